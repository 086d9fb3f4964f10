package dev.lastseat.application.job;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lastseat.application.port.Observer;
import java.util.List;
import java.util.Set;

/**
 * Begins the jobs that are due, of each kind no more at once than its handler wants, so that no
 * kind waits for another. May run on many instances at once: each job is claimed by one of them.
 * Jobs of kinds that nobody here knows are left to those who do.
 */
public final class RunJobs {
  private final Leases leases;
  private final List<JobsOfKind> kinds;

  /**
   * @param wake is told when there is room again for what was left
   * @param observer is told what became of each attempt
   */
  public RunJobs(
      Leases leases, List<JobHandler> handlers, Workers workers, Runnable wake, Observer observer) {
    this.leases = leases;
    this.kinds =
        handlers.stream().map(it -> new JobsOfKind(it, leases, workers, wake, observer)).toList();
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
    return leases.anyDue(withRoom) ? kinds.stream().mapToInt(JobsOfKind::begin).sum() : 0;
  }
}
