package dev.lastseat.http;

import java.time.Duration;

/**
 * How fast a message comes or goes. What stands still is ended by the idle timeout; this is for
 * what moves just enough not to.
 */
final class Pace {
  private final int minBytesPerSecond;
  private final Duration patience;
  private long message = -1;
  private boolean paused;
  private long since;
  private long elapsed;
  private long bytes;

  Pace(HttpSettings.Connections settings) {
    this.minBytesPerSecond = settings.minBytesPerSecond();
    this.patience = settings.patience();
  }

  /**
   * Whether a message is too slow.
   *
   * @param number of the message; with another one the time begins anew
   * @param moved bytes of it, just now
   * @param millis the time; while it is put back none passes
   */
  boolean isTooSlow(long number, long moved, long millis) {
    if (number != message) {
      message = number;
      begin(millis);
    }
    bytes += moved;
    elapsed += paused ? 0 : Math.max(0, millis - since);
    paused = false;
    since = millis;
    if (elapsed < patience.toMillis()) {
      return false;
    }
    boolean tooSlow = bytes * 1_000 < minBytesPerSecond * elapsed;
    begin(millis);
    return tooSlow;
  }

  private void begin(long millis) {
    since = millis;
    elapsed = 0;
    bytes = 0;
  }

  /** The time until it moves again does not count. */
  void pause() {
    paused = true;
  }
}
