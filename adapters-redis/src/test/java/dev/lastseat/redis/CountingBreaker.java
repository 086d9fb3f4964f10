package dev.lastseat.redis;

import java.time.Clock;

/** Counts the calls that failed. */
final class CountingBreaker extends Breaker {
  private int failed;

  CountingBreaker(Clock clock) {
    super(clock);
  }

  @Override
  synchronized void failed() {
    failed++;
    super.failed();
  }

  synchronized int failures() {
    return failed;
  }
}
