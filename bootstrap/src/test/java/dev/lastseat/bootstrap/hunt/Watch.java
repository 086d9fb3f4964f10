package dev.lastseat.bootstrap.hunt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time of a round, which begins when this is made. */
final class Watch {
  private final Clock clock = Clock.systemUTC();
  private final Instant began = clock.instant();
  private final Duration length;

  /** Of a round so long. */
  Watch(Duration length) {
    this.length = length;
  }

  Duration elapsed() {
    return Duration.between(began, clock.instant());
  }

  /** Whether so much of the round is over, of 1. */
  boolean isAfter(double part) {
    return elapsed().toNanos() >= length.toNanos() * part;
  }

  /** Returns when so much time is over. */
  void await(Duration after) throws InterruptedException {
    Thread.sleep(after.minus(elapsed()));
  }
}
