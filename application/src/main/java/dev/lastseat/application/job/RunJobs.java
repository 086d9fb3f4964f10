package dev.lastseat.application.job;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lastseat.domain.port.store.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Begins the jobs that are due, of each kind no more at once than its handler wants, so that no
 * kind waits for another. May run on many instances at once: each job is claimed by one of them.
 * Jobs of kinds that nobody here knows are left to those who do.
 */
public final class RunJobs {
  private final Jobs jobs;
  private final Leases leases;
  private final List<JobsOfKind> kinds;
  private final Clock clock;

  /**
   * @param wake is told when there is room again for what was left
   * @param random must be safe for many threads
   */
  public RunJobs(
      Jobs jobs,
      List<JobHandler> handlers,
      Workers workers,
      Runnable wake,
      Clock clock,
      RandomGenerator random) {
    this.jobs = jobs;
    this.leases = new Leases(jobs, clock, random);
    this.kinds = handlers.stream().map(it -> new JobsOfKind(it, leases, workers, wake)).toList();
    this.clock = clock;
  }

  /** No more are begun; those that fail from now on are handed back for others, as if untried. */
  public void stop() {
    leases.stop();
  }

  /** Answers how many were begun. Costs one look where nothing is due. */
  public int handle() {
    Set<String> withRoom =
        kinds.stream()
            .filter(JobsOfKind::hasRoom)
            .map(JobsOfKind::name)
            .collect(toUnmodifiableSet());
    return jobs.anyDue(withRoom, clock.instant())
        ? kinds.stream().mapToInt(JobsOfKind::begin).sum()
        : 0;
  }
}
