package dev.lastseat.application.job;

import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.port.store.work.Jobs;
import java.util.List;

/**
 * Where jobs are put: kept in the store, and begun soon.
 *
 * @param added wakes whoever does them
 */
public record JobQueue(Jobs jobs, Runnable added) {
  /** Adds the job, unless one of its id is known. */
  public void add(Job job) {
    jobs.add(job);
    added.run();
  }

  /** The same for several, in one write. */
  public void addAll(List<Job> several) {
    if (!several.isEmpty()) {
      jobs.addAll(several);
      added.run();
    }
  }
}
