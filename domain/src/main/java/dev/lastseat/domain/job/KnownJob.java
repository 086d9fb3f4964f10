package dev.lastseat.domain.job;

import java.time.Instant;

/**
 * A job that is not done, for those who look after jobs.
 *
 * @param attempts that were begun
 * @param reason why its last attempt failed; empty where none has
 * @param at when it is due, or its lease ends, or it was given up
 */
public record KnownJob(Job job, JobState state, int attempts, String reason, Instant at) {
  /** Longer reasons are cut. */
  public static final int MAX_REASON = 1_000;

  public KnownJob {
    reason = cut(reason);
  }

  public static String cut(String reason) {
    return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
  }
}
