package dev.lastseat.application.port;

import java.time.Duration;

/**
 * Counts requests in windows of fixed length; the window of a bucket begins when it is first asked
 * for.
 */
public interface RateLimiter {
  /**
   * Counts so many requests in one atomic step; fewer than none are given back, as far as there are
   * any.
   */
  Quota count(String bucket, int requests, int limit);

  /** Counts one request. */
  default Quota take(String bucket, int limit) {
    return count(bucket, 1, limit);
  }

  /** Takes one back that should not have counted. */
  default void giveBack(String bucket) {
    count(bucket, -1, Integer.MAX_VALUE);
  }

  /** Counts nothing. */
  default Quota look(String bucket, int limit) {
    return count(bucket, 0, limit);
  }

  /**
   * What is left of a bucket.
   *
   * @param allowed whether all that was counted is within the limit
   * @param remaining how many more are, until the reset
   * @param reset how long until the window ends
   */
  record Quota(boolean allowed, int remaining, Duration reset) {}
}
