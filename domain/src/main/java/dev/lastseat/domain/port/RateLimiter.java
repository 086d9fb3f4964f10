package dev.lastseat.domain.port;

import java.time.Duration;

/**
 * Counts requests in windows of fixed length; the window of a bucket begins with its first request.
 */
public interface RateLimiter {
  /** Counts one request, in one atomic step. */
  Allowance take(String bucket, int limit);

  /**
   * What is left of a bucket.
   *
   * @param allowed whether this request was within the limit
   * @param remaining how many more are, until the reset
   * @param reset how long until the window ends
   */
  record Allowance(boolean allowed, int remaining, Duration reset) {}
}
