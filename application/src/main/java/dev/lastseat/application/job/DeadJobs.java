package dev.lastseat.application.job;

import dev.lastseat.domain.job.DeadJob;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.store.Jobs;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Clock;

/** The jobs that were given up, for somebody to look at, mend the cause, and try them again. */
public final class DeadJobs {
  private final Jobs jobs;
  private final Clock clock;

  public DeadJobs(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  public Page<DeadJob> list(PageRequest request) {
    return jobs.dead(request);
  }

  /** False if no job of that id was given up. */
  public boolean retry(JobId id) {
    return jobs.retry(id, clock.instant());
  }
}
