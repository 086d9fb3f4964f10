package dev.lastseat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lastseat.domain.contract.MailerContract;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.Mailer;
import dev.lastseat.domain.port.Mailer.Sending;
import dev.lastseat.mail.SmtpServer.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailerTest extends MailerContract {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** For servers that do not answer; others have the time that a slow machine takes. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private final GreenMail greenMail =
      new GreenMail(
          new ServerSetup[] {
            onAnyPort(ServerSetup.PROTOCOL_SMTP), onAnyPort(ServerSetup.PROTOCOL_SMTPS)
          });

  private static ServerSetup onAnyPort(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(PATIENCE.toMillis());
    return setup;
  }

  @Override
  protected Mailer open() {
    greenMail.start();
    return mailer(greenMail(Security.OPTIONAL, Optional.empty()), PATIENCE);
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  @Override
  protected List<JobId> arrived() {
    return Arrays.stream(greenMail.getReceivedMessages()).map(SmtpMailerTest::id).toList();
  }

  private static JobId id(MimeMessage message) {
    try {
      return new JobId(message.getMessageID().replaceAll("^<|@example.com>$", ""));
    } catch (MessagingException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void a_good_log_in_is_used() {
    greenMail.setUser("shop@example.com", "shop", "secret");
    var good = Optional.of(new SmtpServer.LogIn("shop", "secret"));

    assertThat(send(greenMail(Security.OPTIONAL, good))).isEqualTo(new Sending.Sent());
  }

  @Test
  void a_log_in_that_is_refused_puts_the_mail_off_for_an_admin_can_mend_it() {
    greenMail.setUser("shop@example.com", "shop", "secret");
    var bad = Optional.of(new SmtpServer.LogIn("shop", "wrong"));

    assertThat(send(greenMail(Security.OPTIONAL, bad)))
        .isInstanceOfSatisfying(
            Sending.PutOff.class,
            it -> assertThat(it.reason()).contains("535").doesNotContain("wrong"));
    assertThat(arrived()).isEmpty();
  }

  @Test
  void a_server_without_starttls_gets_nothing_where_it_is_a_must() {
    assertThat(send(greenMail(Security.STARTTLS, Optional.empty())))
        .isInstanceOfSatisfying(
            Sending.PutOff.class, it -> assertThat(it.reason()).contains("STARTTLS"));
    assertThat(arrived()).isEmpty();
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
    int port = greenMail.getSmtps().getPort();
    var stranger = new SmtpServer("127.0.0.1", port, Security.TLS, Optional.empty());

    assertThat(send(stranger))
        .isInstanceOfSatisfying(
            Sending.PutOff.class, it -> assertThat(it.reason()).contains("PKIX"));
    assertThat(arrived()).isEmpty();
  }

  @Test
  void a_server_that_is_away_is_named_and_the_mail_put_off() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    var away = new SmtpServer("127.0.0.1", nobody, Security.OPTIONAL, Optional.empty());

    assertThat(send(away))
        .isInstanceOfSatisfying(
            Sending.PutOff.class,
            it -> assertThat(it.reason()).contains("127.0.0.1", String.valueOf(nobody)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "DOT"})
  void a_server_that_says_nothing_any_more_is_not_waited_for(String when) throws IOException {
    try (var silent = new ScriptedSmtp(Map.of(when, ScriptedSmtp.SILENCE))) {
      assertThat(send(silent.server(Security.OPTIONAL), SHORT)).isInstanceOf(Sending.PutOff.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 550 no such user here", "DATA, 554 no", "DOT, 552 too large"})
  void what_a_server_will_never_take_is_refused_with_its_words(String when, String answer)
      throws IOException {
    try (var refusing = new ScriptedSmtp(Map.of(when, answer))) {
      assertThat(send(refusing.server(Security.OPTIONAL)))
          .isInstanceOfSatisfying(
              Sending.Refused.class, it -> assertThat(it.reason()).contains(answer));
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 450 mailbox busy", "DATA, 451 try later", "DOT, 452 no room"})
  void a_server_that_says_not_now_is_left_alone_for_a_while(String when, String answer)
      throws IOException {
    try (var busy = new ScriptedSmtp(Map.of(when, answer))) {
      assertThat(send(busy.server(Security.OPTIONAL)))
          .isInstanceOfSatisfying(
              Sending.PutOff.class,
              it -> {
                assertThat(it.reason()).contains(answer);
                assertThat(it.after()).contains(SmtpMailer.NOT_NOW);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"GREETING, 421 too many connections", "MAIL, 550 not from you"})
  void what_is_not_about_the_recipient_may_be_mended(String when, String answer)
      throws IOException {
    try (var refusing = new ScriptedSmtp(Map.of(when, answer))) {
      assertThat(send(refusing.server(Security.OPTIONAL))).isInstanceOf(Sending.PutOff.class);
      assertThat(refusing.heard()).doesNotContain("DATA");
    }
  }

  private SmtpServer greenMail(Security security, Optional<SmtpServer.LogIn> logIn) {
    return new SmtpServer("127.0.0.1", greenMail.getSmtp().getPort(), security, logIn);
  }

  private static Mailer mailer(SmtpServer server, Duration patience) {
    return new SmtpMailer(server, Mails.MESSAGES, "example.com", patience);
  }

  private static Sending send(SmtpServer server) {
    return send(server, PATIENCE);
  }

  private static Sending send(SmtpServer server, Duration patience) {
    return mailer(server, patience).send(Mails.to("ada@example.com"));
  }
}
