package dev.lastseat.application.job;

import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The jobs that are not done, for somebody to look at; and, where the cause was mended, another try
 * for those that were given up.
 */
public record ManageJobs(Jobs jobs, Clock clock) {
  static final Duration KEPT = Duration.ofDays(7);

  /** Those in a state, of a kind or of any. */
  public Page<KnownJob> list(JobState state, Optional<String> kind, PageRequest request) {
    return jobs.list(state, kind, request);
  }

  /** False if no job of that id was given up. */
  public boolean retry(JobId id) {
    return jobs.retry(id, clock.instant());
  }

  /** All of a kind that were given up; answers how many. */
  public int retryAll(String kind) {
    return jobs.retryAll(kind, clock.instant());
  }

  /** Sweeps out jobs that were done so long ago that nobody asks for the same again. */
  public void forgetDone() {
    jobs.forgetDone(clock.instant().minus(KEPT));
  }
}
