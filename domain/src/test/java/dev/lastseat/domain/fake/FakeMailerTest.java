package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.MailerContract;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer;
import java.util.List;

class FakeMailerTest extends MailerContract {
  private final FakeMailer mailer = new FakeMailer();

  @Override
  protected Mailer open() {
    return mailer;
  }

  @Override
  protected List<JobId> arrived() {
    return mailer.sent().stream().map(Mail::id).toList();
  }
}
