package dev.lastseat.application.job;

import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.port.ClockSkew;
import dev.lastseat.domain.port.store.Jobs;
import dev.lastseat.domain.port.store.Jobs.Lease;
import dev.lastseat.domain.shared.Identifiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of one kind: begun while there is room, and ended by what their handler says. */
final class JobsOfKind {
  private static final Cause CAUSE = Cause.ofSystem("jobs");
  private static final Logger log = LoggerFactory.getLogger(JobsOfKind.class);

  private final JobHandler handler;
  private final Jobs jobs;
  private final Workers workers;
  private final Runnable wake;
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicInteger underWay = new AtomicInteger();

  JobsOfKind(
      JobHandler handler,
      Jobs jobs,
      Workers workers,
      Runnable wake,
      Clock clock,
      RandomGenerator random) {
    this.handler = handler;
    this.jobs = jobs;
    this.workers = workers;
    this.wake = wake;
    this.clock = clock;
    this.random = random;
  }

  String name() {
    return handler.kind();
  }

  boolean hasRoom() {
    return room() > 0;
  }

  private int room() {
    return handler.atOnce() - underWay.get();
  }

  /** Answers how many. Whoever is the last to find room wakes those who look for more. */
  int begin() {
    int room = room();
    if (room == 0) {
      return 0;
    }
    List<ClaimedJob> claimed = claim(room);
    underWay.addAndGet(claimed.size());
    claimed.forEach(this::begin);
    return claimed.size();
  }

  private List<ClaimedJob> claim(int most) {
    Instant now = clock.instant();
    return jobs.claim(
        name(), most, now, new Lease(Identifiers.next(now, random), now.plus(lease())));
  }

  /** By the clock of whoever claims next, which may be ahead. */
  private Duration lease() {
    return handler.limit().multipliedBy(2).plus(ClockSkew.MAX);
  }

  private void begin(ClaimedJob job) {
    workers.begin(
        () -> {
          Result result = attempt(job);
          return () -> end(job, result);
        },
        handler.limit());
  }

  /** Whatever it throws, the next ones must be done. */
  private Result attempt(ClaimedJob claimed) {
    if (claimed.attempt() > handler.retries().attempts()) {
      return new Result.Hopeless("its attempts did not come to an end");
    }
    try {
      return CAUSE.during(() -> handler.handle(claimed.job()));
    } catch (RuntimeException | Error failed) {
      log.atWarn().setCause(failed).addKeyValue("job", name(claimed)).log("job failed");
      return Result.failed(failed.toString());
    }
  }

  private void end(ClaimedJob job, Result result) {
    try {
      if (!noted(job, result, clock.instant())) {
        log.atWarn().addKeyValue("job", name(job)).log("job took longer than its lease");
      }
    } catch (RuntimeException unknown) {
      log.atWarn().setCause(unknown).addKeyValue("job", name(job)).log("end of job not noted");
    } finally {
      if (underWay.getAndDecrement() == handler.atOnce()) {
        wake.run();
      }
    }
  }

  private boolean noted(ClaimedJob job, Result result, Instant now) {
    return switch (result) {
      case Result.Done _ -> jobs.finish(job, now);
      case Result.Failed(String reason, var asked) ->
          handler
              .retries()
              .next(job, asked, now, random)
              .map(next -> jobs.postpone(job, next))
              .orElseGet(() -> giveUp(job, reason, now));
      case Result.Hopeless(String reason) -> giveUp(job, reason, now);
    };
  }

  private boolean giveUp(ClaimedJob job, String reason, Instant now) {
    log.atError().addKeyValue("job", name(job)).log("job given up");
    return jobs.giveUp(job, reason, now);
  }

  private static String name(ClaimedJob job) {
    return job.job().kind() + " " + job.job().id().value();
  }
}
