package dev.lastseat.application.mail;

import dev.lastseat.domain.port.store.work.Jobs;
import java.time.Clock;
import java.time.Duration;

/** Sweeps out mails that were given up, for they name an address. */
public final class ForgetMails {
  static final Duration KEPT = Duration.ofDays(30);

  private final Jobs jobs;
  private final Clock clock;

  public ForgetMails(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  public void handle() {
    jobs.forgetDead(MailQueue.URGENT, clock.instant().minus(KEPT));
    jobs.forgetDead(MailQueue.NOTICES, clock.instant().minus(KEPT));
  }
}
