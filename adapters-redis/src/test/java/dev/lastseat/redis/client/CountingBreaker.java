package dev.lastseat.redis.client;

import java.time.Clock;

/** Counts the calls that failed. */
public final class CountingBreaker extends Breaker {
  private int failed;

  public CountingBreaker(Clock clock) {
    super(clock);
  }

  @Override
  protected synchronized void failed() {
    failed++;
    super.failed();
  }

  public synchronized int failures() {
    return failed;
  }
}
