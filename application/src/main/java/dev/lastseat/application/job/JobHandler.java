package dev.lastseat.application.job;

import dev.lastseat.domain.job.Job;
import java.time.Duration;
import java.util.Optional;

/**
 * Does the jobs of one kind. A job may come again although it was done, when the process ended
 * before that could be noted; so what a handler does has the name of the job, by which others know
 * it again.
 */
public interface JobHandler {
  /** That of its jobs, which no other handler has. */
  String kind();

  /** When one that failed is tried again. */
  default Retries retries() {
    return Retries.FOR_DAYS;
  }

  /** How many of its jobs one instance does at once; may change while they are done. */
  default int atOnce() {
    return 8;
  }

  /** An attempt that takes longer is interrupted. */
  default Duration limit() {
    return Duration.ofMinutes(2);
  }

  /** Does the job, within {@link #limit}. What it throws counts as {@link Result.Failed}. */
  Result handle(Job job);

  /** What became of a job. */
  sealed interface Result {
    record Done() implements Result {}

    /**
     * It may go well later.
     *
     * @param after when to try again, if somebody knows; absent: as {@link #retries} says
     */
    record Failed(String reason, Optional<Duration> after) implements Result {}

    /** It never will. */
    record Hopeless(String reason) implements Result {}

    static Result failed(String reason) {
      return new Failed(reason, Optional.empty());
    }
  }
}
