package dev.lastseat.application.job;

import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.application.job.Leases.Ending;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.job.ClaimedJob;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of one kind: begun while there is room, and ended by what their handler says. */
final class JobsOfKind {
  private static final Cause CAUSE = Cause.ofSystem("jobs");
  private static final Logger log = LoggerFactory.getLogger(JobsOfKind.class);

  private final JobHandler handler;
  private final Leases leases;
  private final Workers workers;
  private final Runnable wake;
  private final Map<Ending, Runnable> counters = new EnumMap<>(Ending.class);
  private final AtomicInteger underWay = new AtomicInteger();

  JobsOfKind(JobHandler handler, Leases leases, Workers workers, Runnable wake, Observer observer) {
    this.handler = handler;
    this.leases = leases;
    this.workers = workers;
    this.wake = wake;
    for (Ending ending : Ending.values()) {
      String result = ending.name().toLowerCase(Locale.ROOT);
      counters.put(
          ending,
          observer.counter("jobs.attempts", Map.of("kind", handler.kind(), "result", result)));
    }
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

  /** Answers how many. Called by one thread only, so that no others take the room meanwhile. */
  int begin() {
    int room = room();
    if (room <= 0) {
      return 0;
    }
    List<ClaimedJob> claimed = leases.claim(handler, room);
    underWay.addAndGet(claimed.size());
    claimed.forEach(this::begin);
    return claimed.size();
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
      log.atWarn().setCause(failed).addKeyValue("job", Leases.name(claimed)).log("job failed");
      return Result.failed(failed.toString());
    }
  }

  /** Where there was no room, more of them may wait. */
  private void end(ClaimedJob job, Result result) {
    try {
      Ending ending = leases.end(job, result, handler.retries());
      Objects.requireNonNull(counters.get(ending)).run();
    } finally {
      if (underWay.getAndDecrement() >= handler.atOnce()) {
        wake.run();
      }
    }
  }
}
