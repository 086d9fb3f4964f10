package dev.lastseat.mongo.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * How to try again what was lost to others who were at the same document or index entry: after a
 * wait by chance, within a span that doubles each time. Whoever waited for the same time would only
 * meet the same others again ("full jitter": Marc Brooker, Exponential Backoff And Jitter, AWS
 * Architecture Blog, 2015).
 *
 * @param random must be safe for many threads
 */
public record Backoff(Clock clock, RandomGenerator random) {
  /** Who has not got through by then has no more time for it than for one operation. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration FIRST_SPAN = Duration.ofMillis(1);

  /** To about a second: of fifty who want the same, one comes every 10 ms then. */
  private static final int MAX_DOUBLINGS = 10;

  /** For one thing that is to be done. */
  Attempts begin() {
    return new Attempts(clock.instant().plus(PATIENCE));
  }

  /** Attempts at one thing, by one thread. */
  public final class Attempts {
    private final Instant end;
    private int lost;

    private Attempts(Instant end) {
      this.end = end;
    }

    /** Whether there is time for another attempt; who is interrupted is to end. */
    public boolean mayGoOn() {
      return clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted();
    }

    /** Waits before the next one. */
    public void pause() {
      long span = FIRST_SPAN.toNanos() << Math.min(lost++, MAX_DOUBLINGS);
      LockSupport.parkNanos(random.nextLong(span));
    }
  }
}
