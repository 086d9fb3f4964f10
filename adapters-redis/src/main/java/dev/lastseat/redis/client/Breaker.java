package dev.lastseat.redis.client;

import dev.lastseat.domain.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls from waiting for a Redis that does not answer. After {@value #FAILURES} failures in a
 * row nobody is let through but one caller a {@link #PAUSE}, and everybody again once one of those
 * has succeeded.
 */
public class Breaker {
  public static final int FAILURES = 3;
  public static final Duration PAUSE = Duration.ofSeconds(1);

  private final Clock clock;
  private int failures;
  private Instant lastTry = Instant.EPOCH;

  public Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Whether the caller may try; it tells afterwards how that went. */
  synchronized boolean admits() {
    if (!isOpen()) {
      return true;
    }
    Instant now = clock.instant();
    if (Instants.areWithin(PAUSE, lastTry, now)) {
      return false; // a clock that was put back makes no pause longer
    }
    lastTry = now;
    return true;
  }

  synchronized boolean isOpen() {
    return failures >= FAILURES;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  protected synchronized void failed() {
    failures = Math.min(FAILURES, failures + 1);
    lastTry = clock.instant();
  }
}
