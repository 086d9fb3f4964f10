package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.ALetter;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer;
import dev.lastseat.domain.port.Mailer.Sending;
import dev.lastseat.domain.user.Email;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What everybody who sends mails promises. */
public abstract class MailerContract {
  private static final Email ADA = new Email("ada@example.com");

  private Mailer mailer;

  /** One that nothing stands in the way of; called before each test. */
  protected abstract Mailer open();

  /** By which names mails have arrived; one that arrived twice may be there once or twice. */
  protected abstract List<JobId> arrived();

  @BeforeEach
  void openMailer() {
    mailer = open();
  }

  @ParameterizedTest
  @EnumSource(Letter.Kind.class)
  void every_letter_is_sent_in_any_language(Letter.Kind kind) {
    Letter letter = ALetter.of(kind, "Ada Lovelace");

    assertThat(mailer.send(mail("en-" + kind, Locale.ENGLISH, letter)))
        .isEqualTo(new Sending.Sent());
    assertThat(mailer.send(mail("xx-" + kind, Locale.of("tlh", "AQ"), letter)))
        .isEqualTo(new Sending.Sent());

    assertThat(arrived())
        .containsExactlyInAnyOrder(new JobId("en-" + kind), new JobId("xx-" + kind));
  }

  @ParameterizedTest
  @EnumSource(Letter.Kind.class)
  void a_mail_that_is_sent_again_has_the_same_name(Letter.Kind kind) {
    Mail mail = mail("again", Locale.GERMAN, ALetter.of(kind, "Ada Lovelace"));
    mailer.send(mail);

    assertThat(mailer.send(mail)).isEqualTo(new Sending.Sent());
    assertThat(arrived()).containsOnly(new JobId("again"));
  }

  private static Mail mail(String id, Locale language, Letter letter) {
    return new Mail(new JobId(id), ADA, language, letter);
  }
}
