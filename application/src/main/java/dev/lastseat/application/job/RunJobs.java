package dev.lastseat.application.job;

import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.port.ClockSkew;
import dev.lastseat.domain.port.store.Jobs;
import dev.lastseat.domain.port.store.Jobs.Lease;
import dev.lastseat.domain.shared.Identifiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the jobs of one kind that are due, a few at once. May run on many instances at once: each
 * job is claimed by one of them. What fails is tried again after a pause that doubles, with full
 * jitter, until the patience of its handler ends.
 */
public final class RunJobs {
  /** An attempt that takes longer is interrupted. */
  public static final Duration LONGEST = Duration.ofMinutes(2);

  static final int AT_ONCE = 8;
  static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** More than pauses leave room for: its attempts end the process. */
  static final int MOST_ATTEMPTS = 40;

  /** By the clock of whoever claims next, which may be ahead. */
  private static final Duration LEASE = LONGEST.multipliedBy(2).plus(ClockSkew.MAX);

  private static final Logger log = LoggerFactory.getLogger(RunJobs.class);

  private final Jobs jobs;
  private final JobHandler handler;
  private final Workers workers;
  private final Clock clock;
  private final RandomGenerator random;

  /** {@code random} must be safe for many threads. */
  public RunJobs(
      Jobs jobs, JobHandler handler, Workers workers, Clock clock, RandomGenerator random) {
    this.jobs = jobs;
    this.handler = handler;
    this.workers = workers;
    this.clock = clock;
    this.random = random;
  }

  /** Answers how many were tried. */
  public int handle() {
    int tried = 0;
    boolean more = true;
    while (more) {
      List<ClaimedJob> claimed = claim();
      tried += claimed.size();
      more = tryAll(claimed) && claimed.size() == AT_ONCE;
    }
    return tried;
  }

  private List<ClaimedJob> claim() {
    Instant now = clock.instant();
    Lease lease = new Lease(Identifiers.next(now, random), now.plus(LEASE));
    return jobs.claim(Set.of(handler.kind()), AT_ONCE, now, lease);
  }

  private boolean tryAll(List<ClaimedJob> claimed) {
    return workers.runAll(claimed.stream().map(this::attempted).toList(), LONGEST);
  }

  private Supplier<Runnable> attempted(ClaimedJob job) {
    return () -> {
      Result result = attempt(job);
      return () -> end(job, result);
    };
  }

  private Result attempt(ClaimedJob claimed) {
    if (claimed.attempt() > MOST_ATTEMPTS) {
      return new Result.Hopeless("its attempts did not come to an end");
    }
    try {
      return handler.handle(claimed.job());
    } catch (RuntimeException failed) {
      log.atWarn().setCause(failed).addKeyValue("job", name(claimed)).log("job failed");
      return Result.failed(failed.toString());
    }
  }

  private void end(ClaimedJob job, Result result) {
    Instant now = clock.instant();
    boolean ended =
        switch (result) {
          case Result.Done _ -> jobs.finish(job, now);
          case Result.Failed failed -> again(job, failed, now);
          case Result.Hopeless(String reason) -> giveUp(job, reason, now);
        };
    if (!ended) {
      log.atWarn().addKeyValue("job", name(job)).log("job took longer than its lease");
    }
  }

  private boolean again(ClaimedJob job, Result.Failed failed, Instant now) {
    Instant next = now.plus(failed.after().orElseGet(() -> pause(job.attempt())));
    return next.isAfter(job.job().since().plus(handler.patience()))
        ? giveUp(job, failed.reason(), now)
        : jobs.postpone(job, next);
  }

  private Duration pause(int attempt) {
    long doubled = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, MOST_ATTEMPTS);
    return Duration.ofMillis(random.nextLong(Math.min(doubled, LONGEST_PAUSE.toMillis())));
  }

  private boolean giveUp(ClaimedJob job, String reason, Instant now) {
    log.atError().addKeyValue("job", name(job)).log("job given up");
    return jobs.giveUp(job, reason, now);
  }

  private static String name(ClaimedJob job) {
    return job.job().kind() + " " + job.job().id().value();
  }
}
