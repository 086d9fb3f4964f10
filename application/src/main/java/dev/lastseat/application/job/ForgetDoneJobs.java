package dev.lastseat.application.job;

import dev.lastseat.domain.port.store.work.Jobs;
import java.time.Clock;
import java.time.Duration;

/** Sweeps out jobs that were done so long ago that nobody asks for the same again. */
public final class ForgetDoneJobs {
  static final Duration KEPT = Duration.ofDays(7);

  private final Jobs jobs;
  private final Clock clock;

  public ForgetDoneJobs(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  public void handle() {
    jobs.forgetDone(clock.instant().minus(KEPT));
  }
}
