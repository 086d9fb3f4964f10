package dev.lastseat.application.job;

import dev.lastseat.domain.port.store.work.Jobs;
import java.time.Clock;
import java.time.Duration;

/** Sweeps out jobs that were done so long ago that nobody asks for the same again. */
public record ForgetDoneJobs(Jobs jobs, Clock clock) {
  static final Duration KEPT = Duration.ofDays(7);

  public void handle() {
    jobs.forgetDone(clock.instant().minus(KEPT));
  }
}
