package dev.lastseat.mongo.engine;

import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Attempts at one thing, by one thread, that may be lost to others who are at the same document or
 * index entry. Each comes after a wait by chance, within a span that doubles each time. Whoever
 * waited for the same time would only meet the same others again ("full jitter": Marc Brooker,
 * Exponential Backoff And Jitter, AWS Architecture Blog, 2015).
 */
public final class Backoff {
  /** Who has not got through by then has no more time for it than for one operation. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** However long they took: who had fewer waited for the server, and not for others. */
  private static final int LEAST_ATTEMPTS = 5;

  private static final Duration FIRST_SPAN = Duration.ofMillis(1);

  /** To about a second: of fifty who want the same, one comes every 10 ms then. */
  private static final int MAX_DOUBLINGS = 10;

  private final Clock clock;
  private final RandomGenerator random;
  private final Instant began;
  private int lost;

  Backoff(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
    this.began = clock.instant();
  }

  /**
   * Waits before another attempt.
   *
   * @throws StoreUnavailable of that reason, where there is none
   */
  public void pauseOrFail(String reason) {
    if (!pause()) {
      throw new StoreUnavailable(reason);
    }
  }

  /** Waits before another attempt; false when there is no time for one, or no will to wait. */
  public boolean pause() {
    boolean over = lost >= LEAST_ATTEMPTS && !Instants.areWithin(PATIENCE, began, clock.instant());
    if (over || Thread.currentThread().isInterrupted()) {
      return false;
    }
    long span = FIRST_SPAN.toNanos() << Math.min(lost++, MAX_DOUBLINGS);
    LockSupport.parkNanos(random.nextLong(span));
    return true;
  }
}
