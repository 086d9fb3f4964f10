package dev.lastseat.domain.job;

import java.time.Instant;

/**
 * A job that was given up.
 *
 * @param reason why its last attempt failed
 */
public record DeadJob(Job job, int attempts, String reason, Instant givenUpAt) {
  /** Longer reasons are cut. */
  public static final int MAX_REASON = 1_000;

  public DeadJob {
    reason = cut(reason);
  }

  public static String cut(String reason) {
    return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
  }
}
