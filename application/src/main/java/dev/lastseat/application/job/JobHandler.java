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
  /** That of its jobs. */
  String kind();

  /** For how long a job is tried again, counted from when it was due first. */
  Duration patience();

  /**
   * Does the job, within {@link RunJobs#LONGEST}. What it throws counts as {@link Result.Failed}.
   */
  Result handle(Job job);

  /** What became of a job. */
  sealed interface Result {
    record Done() implements Result {}

    /**
     * It may go well later.
     *
     * @param after when to try again, if somebody knows; absent: after a pause that grows
     */
    record Failed(String reason, Optional<Duration> after) implements Result {}

    /** It never will. */
    record Hopeless(String reason) implements Result {}

    static Result failed(String reason) {
      return new Failed(reason, Optional.empty());
    }
  }
}
