package dev.lastseat.application.job;

import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.domain.shared.Identifiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims jobs, and notes what became of them. */
public final class Leases {
  private static final Logger log = LoggerFactory.getLogger(Leases.class);

  private final Jobs jobs;
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** {@code random} must be safe for many threads. */
  public Leases(Jobs jobs, Clock clock, RandomGenerator random) {
    this.jobs = jobs;
    this.clock = clock;
    this.random = random;
  }

  /** From now on none is claimed, and what fails is due again at once, for others. */
  void stop() {
    stopping.set(true);
  }

  /** What became of an attempt. */
  enum Ending {
    DONE,
    RETRIED,
    GIVEN_UP,
    HANDED_BACK,
    /** It took longer than its lease: somebody else has the job, or had it. */
    LATE,
    /** The store did not say; the job comes again when its lease ends. */
    UNKNOWN
  }

  boolean anyDue(Set<String> kinds) {
    return jobs.anyDue(kinds, clock.instant());
  }

  List<ClaimedJob> claim(JobHandler handler, int most) {
    if (stopping.get()) {
      return List.of();
    }
    Instant now = clock.instant();
    Lease lease = new Lease(Identifiers.next(now, random), now.plus(length(handler)));
    return jobs.claim(handler.kind(), most, now, lease);
  }

  /** By the clock of whoever claims next, which may be ahead. */
  private static Duration length(JobHandler handler) {
    return handler.limit().multipliedBy(2).plus(ClockSkew.MAX);
  }

  Ending end(ClaimedJob job, Result result, Retries retries) {
    try {
      Ending ending = noted(job, result, retries);
      if (ending == Ending.LATE) {
        log.atWarn().addKeyValue("job", name(job)).log("job took longer than its lease");
      }
      return ending;
    } catch (RuntimeException unknown) {
      log.atWarn().setCause(unknown).addKeyValue("job", name(job)).log("end of job not noted");
      return Ending.UNKNOWN;
    }
  }

  private Ending noted(ClaimedJob job, Result result, Retries retries) {
    Instant now = clock.instant();
    return switch (result) {
      case Result.Done _ -> inTime(jobs.finish(job, now), Ending.DONE);
      case Result.Failed _ when stopping.get() ->
          inTime(jobs.handBack(job, now), Ending.HANDED_BACK);
      case Result.Failed(String reason, Optional<Duration> asked) ->
          retries
              .next(job, asked, now, random)
              .map(next -> inTime(jobs.postpone(job, reason, next), Ending.RETRIED))
              .orElseGet(() -> giveUp(job, reason, now));
      case Result.Hopeless(String reason) -> giveUp(job, reason, now);
    };
  }

  private Ending giveUp(ClaimedJob job, String reason, Instant now) {
    log.atError().addKeyValue("job", name(job)).log("job given up");
    return inTime(jobs.giveUp(job, reason, now), Ending.GIVEN_UP);
  }

  private static Ending inTime(boolean noted, Ending ending) {
    return noted ? ending : Ending.LATE;
  }

  /** For the log. */
  static String name(ClaimedJob job) {
    return job.job().kind() + " " + job.job().id().value();
  }
}
