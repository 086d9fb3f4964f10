package dev.lastseat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.MailerContract;
import dev.lastseat.domain.fixture.ALetter;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer;
import dev.lastseat.domain.port.Mailer.Sending;
import dev.lastseat.domain.user.Email;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMailerTest extends MailerContract {
  @TempDir Path data;

  @Override
  protected Mailer open() {
    return new FileMailer(data.resolve("mail"), Mails.MESSAGES);
  }

  @Override
  protected List<JobId> arrived() {
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      return files
          .map(it -> new JobId(it.getFileName().toString().replaceFirst("\\.eml$", "")))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void a_mail_says_who_sends_what_to_whom_and_that_a_machine_did() throws Exception {
    open().send(Mails.to("ada@example.com"));
    MimeMessage read = read();

    assertThat(read.getHeader("Message-ID", null)).isEqualTo("<job-1@example.com>");
    assertThat(read.getHeader("From", null)).isEqualTo("Lastseat <shop@example.com>");
    assertThat(read.getHeader("To", null)).isEqualTo("ada@example.com");
    assertThat(read.getHeader("Subject", null)).isEqualTo("Choose a new password");
    assertThat(read.getHeader("Date", null)).isEqualTo("Mon, 1 Jun 2026 12:00:00 GMT");
    assertThat(read.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(read.getHeader("Content-Language", null)).isEqualTo("en");
    assertThat(read.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType())
        .isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("#token=" + ALetter.TOKEN);
    assertThat(parts.getBodyPart(1).getContentType())
        .isEqualToIgnoringCase("text/html; charset=UTF-8");
  }

  @Test
  void what_nobody_must_know_can_be_unsubscribed_from_with_one_click_and_nothing_else_can()
      throws Exception {
    Letter reminder = ALetter.of(Letter.Kind.HOLD_ENDING, "Ada Lovelace");
    open()
        .send(new Mail(new JobId("job-1"), new Email("ada@example.com"), Locale.GERMAN, reminder));
    MimeMessage read = read();

    assertThat(read.getHeader("List-Unsubscribe", null).replaceAll("\\s", ""))
        .isEqualTo("<https://shop.example.com/api/v1/unsubscribe?token=" + ALetter.TOKEN + ">");
    assertThat(read.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");

    for (Letter.Kind kind : EnumSet.complementOf(EnumSet.of(Letter.Kind.HOLD_ENDING))) {
      Letter other = ALetter.of(kind, "Ada Lovelace");
      open().send(new Mail(new JobId("job-1"), new Email("ada@example.com"), Locale.GERMAN, other));
      assertThat(read().getHeader("List-Unsubscribe", null)).isNull();
    }
  }

  @Test
  void an_address_may_have_other_letters() throws Exception {
    assertThat(open().send(Mails.to("jürgen@bücher.example"))).isEqualTo(new Sending.Sent());
    assertThat(Files.readString(file())).contains("To: jürgen@bücher.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b@example.com", ".a@example.com", "a.@example.com"})
  void what_no_mail_goes_to_is_refused(String address) {
    assertThat(open().send(Mails.to(address))).isInstanceOf(Sending.Refused.class);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_folder_that_cannot_be_written_is_named_and_the_mail_put_off() throws IOException {
    Files.writeString(data.resolve("mail"), "a file where the folder should be");

    assertThat(open().send(Mails.to("ada@example.com")))
        .isInstanceOfSatisfying(
            Sending.PutOff.class,
            putOff -> assertThat(putOff.reason()).contains(data.resolve("mail").toString()));
  }

  private Path file() {
    return data.resolve("mail").resolve("job-1.eml");
  }

  private MimeMessage read() throws Exception {
    try (InputStream file = Files.newInputStream(file())) {
      return new MimeMessage(Session.getInstance(new Properties()), file);
    }
  }
}
