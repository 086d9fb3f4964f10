package dev.lastseat.application.mail;

import dev.lastseat.domain.port.store.work.Jobs;
import java.time.Clock;
import java.time.Duration;

/** Sweeps out mails that were given up, for they name an address. */
public record ForgetMails(Jobs jobs, Clock clock) {
  static final Duration KEPT = Duration.ofDays(30);

  public void handle() {
    jobs.forgetDead(MailQueue.URGENT, clock.instant().minus(KEPT));
    jobs.forgetDead(MailQueue.NOTICES, clock.instant().minus(KEPT));
  }
}
