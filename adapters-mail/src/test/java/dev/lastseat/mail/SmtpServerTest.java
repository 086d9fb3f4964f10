package dev.lastseat.mail;

import static dev.lastseat.mail.SmtpServer.Security.OPTIONAL;
import static dev.lastseat.mail.SmtpServer.Security.STARTTLS;
import static dev.lastseat.mail.SmtpServer.Security.TLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
  @Test
  void nothing_is_said_in_the_clear_but_on_this_machine_or_when_somebody_says_so() {
    assertThat(SmtpServer.of("smtp://mail.example.com").security()).isEqualTo(STARTTLS);
    assertThat(SmtpServer.of("smtps://mail.example.com").security()).isEqualTo(TLS);
    assertThat(SmtpServer.of("smtps://localhost").security()).isEqualTo(TLS);
    assertThat(SmtpServer.of("smtp://mail.example.com/?starttls=optional").security())
        .isEqualTo(OPTIONAL);
    assertThat(SmtpServer.of("smtp://localhost").security()).isEqualTo(OPTIONAL);
    assertThat(SmtpServer.of("smtp://127.0.0.1").security()).isEqualTo(OPTIONAL);
    assertThat(SmtpServer.of("smtp://[::1]:25").security()).isEqualTo(OPTIONAL);
    assertThat(SmtpServer.of("smtp://localhost.example.com").security()).isEqualTo(STARTTLS);
  }

  @Test
  void the_port_is_the_usual_one_unless_it_is_named() {
    assertThat(SmtpServer.of("smtp://mail.example.com").port()).isEqualTo(587);
    assertThat(SmtpServer.of("smtps://mail.example.com").port()).isEqualTo(465);
    assertThat(SmtpServer.of("smtps://mail.example.com:2525").port()).isEqualTo(2525);
  }

  @Test
  void a_log_in_may_have_any_characters_and_is_not_shown() {
    SmtpServer server = SmtpServer.of("smtp://shop%40example.com:a%3Ab%2Fc+d@mail.example.com");

    assertThat(server.logIn())
        .isEqualTo(Optional.of(new SmtpServer.LogIn("shop@example.com", "a:b/c+d")));
    assertThat(server.toString()).doesNotContain("a:b");
    assertThat(SmtpServer.of("smtp://mail.example.com").logIn()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.com",
        "http://mail.example.com",
        "smtp://",
        "smtp://user@mail.example.com",
        "smtp://mail.example.com/path",
        "smtp://mail.example.com?starttls=off",
        "smtps://mail.example.com?starttls=optional",
        "smtp://mail.example.com#x",
        "smtp://mail example.com"
      })
  void what_is_no_server_is_refused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> SmtpServer.of(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop@example.com", "Lastseat <shop@example.com>", "\"A, B\" <a@b.de>"})
  void a_sender_is_an_address_and_perhaps_a_name(String text) {
    assertThat(new Sender(text).host()).isIn("example.com", "b.de");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Lastseat", "a@", "a@b.de, c@d.de", "a@b.de\r\nBcc: c@d.de", "A <a@b.de"})
  void what_is_no_sender_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sender(text));
  }
}
