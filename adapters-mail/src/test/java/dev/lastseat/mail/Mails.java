package dev.lastseat.mail;

import dev.lastseat.domain.fake.FakeCodeImages;
import dev.lastseat.domain.fixture.ALetter;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.user.Email;
import java.net.URI;
import java.util.Locale;

/** What tests send. */
final class Mails {
  static final Sender SENDER = new Sender("Lastseat <shop@example.com>");
  static final Messages MESSAGES =
      new Messages(
          new Letters(URI.create("https://shop.example.com")),
          SENDER,
          new FakeCodeImages(),
          new TickingClock());

  private Mails() {}

  static Mail to(String address) {
    return new Mail(
        new JobId("job-1"),
        new Email(address),
        Locale.ENGLISH,
        ALetter.of(Letter.Kind.RESET_PASSWORD, "Ada Lovelace"));
  }
}
