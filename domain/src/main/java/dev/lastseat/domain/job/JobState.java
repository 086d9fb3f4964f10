package dev.lastseat.domain.job;

import dev.lastseat.domain.shared.Spelled;

/** What is known of a job that is not done. */
public enum JobState implements Spelled {
  /** It is due, or put off. */
  WAITING,
  /** Somebody has begun it. If that one is no more, it waits again when the lease ends. */
  RUNNING,
  /** It was given up. */
  DEAD;

  /** As stores keep it. */
  public static JobState of(boolean open, boolean leased) {
    return open ? leased ? RUNNING : WAITING : DEAD;
  }
}
