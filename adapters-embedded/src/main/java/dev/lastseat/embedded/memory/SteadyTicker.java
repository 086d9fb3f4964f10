package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Lets caches age by the clock of the program, so that tests decide how old they get. When it is
 * put back they grow no younger, and age on from there.
 */
final class SteadyTicker implements Ticker {
  private final Clock clock;
  private long last;
  private long passed;

  SteadyTicker(Clock clock) {
    this.clock = clock;
    this.last = clock.millis();
  }

  @Override
  public synchronized long read() {
    long now = clock.millis();
    passed += Math.max(0, now - last);
    last = now;
    return TimeUnit.MILLISECONDS.toNanos(passed);
  }
}
