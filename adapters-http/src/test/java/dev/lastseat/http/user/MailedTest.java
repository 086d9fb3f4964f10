package dev.lastseat.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestSettings;
import org.junit.jupiter.api.Test;

/** Verifying addresses and resetting passwords by what was mailed; five mails a window. */
class MailedTest extends ServerTest {
  @Override
  protected HttpSettings settings() {
    return settings(0, CONNECTIONS, 1, new RequestSettings.Limits(1_000, 1_000, 5, WINDOW));
  }

  private Reply register() {
    return api("/auth/register")
        .send("POST", "{'email':'ada@example.com','password':'a long password','name':'Ada'}")
        .is(201);
  }

  private Reply post(String path, String json) {
    return api(path).send("POST", json);
  }

  /** As a mail would say it. */
  private String secret(Purpose purpose, String email) {
    User user = house.users.find(new Email("ada@example.com")).orElseThrow();
    String secret = "secret-for-" + purpose;
    house.oneTimeTokens.add(
        new OneTimeToken(
            house.secrets.hash(secret),
            purpose,
            user.id(),
            new Email(email),
            house.clock.instant().plus(purpose.ttl())));
    return secret;
  }

  @Test
  void an_address_is_verified_once_by_what_was_mailed_to_it() {
    String token = register().text("/accessToken");
    String secret = secret(Purpose.VERIFY_EMAIL, "ada@example.com");

    post("/auth/verify-email", "{'token':'" + secret + "'}").is(200);

    assertThat(api("/auth/me").as(token).get().text("/emailVerified")).isEqualTo("true");
    Reply again = post("/auth/verify-email", "{'token':'" + secret + "'}");
    Reply madeUp = post("/auth/verify-email", "{'token':'made up'}");
    assertThat(again.isError(Code.VALIDATION_ERROR).body()).isEqualTo(madeUp.body());
  }

  @Test
  void a_mail_program_takes_its_reader_off_the_reminders_by_a_form_and_no_log_in() {
    Reply ada = register();
    String id = ada.text("/user/id");
    String token = id + "." + house.secrets.hash("no reminders for " + id).value();

    unsubscribe(id + ".x").isError(Code.VALIDATION_ERROR);
    assertThat(reminders(ada)).isEqualTo("true");
    unsubscribe(token).is(200);
    assertThat(reminders(ada)).isEqualTo("false");
  }

  private Reply unsubscribe(String token) {
    return api("/unsubscribe?token=" + token)
        .send("POST", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
  }

  private String reminders(Reply registered) {
    return api("/auth/me").as(registered.text("/accessToken")).get().text("/holdReminders");
  }

  @Test
  void a_password_is_reset_by_what_was_mailed_and_nobody_is_logged_in() {
    Reply ada = register();
    String secret = secret(Purpose.RESET_PASSWORD, "ada@example.com");
    String json = "{'token':'%s','password':'another password'}".formatted(secret);

    assertThat(post("/auth/reset-password", json).is(200).data()).isEmpty();

    api("/auth/me").as(ada.text("/accessToken")).get().isError(Code.AUTHENTICATION_ERROR);
    post("/auth/login", "{'email':'ada@example.com','password':'another password'}").is(200);
    assertThat(post("/auth/reset-password", json).isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("token");
  }

  @Test
  void a_reset_with_a_password_that_must_not_be_names_the_password() {
    register();
    String secret = secret(Purpose.RESET_PASSWORD, "ada@example.com");
    String json = "{'token':'%s','password':'password'}".formatted(secret);

    assertThat(post("/auth/reset-password", json).isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("password");
  }

  @Test
  void asking_for_a_mail_is_answered_alike_whoever_has_the_address() {
    register();

    for (String path : new String[] {"/auth/forgot-password", "/auth/resend-verification"}) {
      Reply known = post(path, "{'email':'ada@example.com'}").is(202);
      Reply unknown = post(path, "{'email':'nobody@example.com'}").is(202);
      assertThat(unknown.body()).isEqualTo(known.body());
    }
  }

  @Test
  void mails_that_somebody_asks_for_are_counted_by_their_address() {
    for (int i = 0; i < 5; i++) {
      post("/auth/forgot-password", "{'email':'user%s@example.com'}".formatted(i)).is(202);
    }
    assertThat(
            post("/auth/resend-verification", "{'email':'ada@example.com'}")
                .isError(Code.RATE_LIMIT_EXCEEDED)
                .header("RateLimit"))
        .startsWith("\"mail\";r=0;");
  }

  @Test
  void mails_to_addresses_that_somebody_wants_to_move_to_are_counted_too() {
    String token = register().text("/accessToken");
    for (int i = 0; i < 5; i++) {
      move(token, "user" + i).is(200);
    }
    assertThat(move(token, "bob").isError(Code.RATE_LIMIT_EXCEEDED).header("RateLimit"))
        .startsWith("\"mail\";r=0;");
  }

  private Reply move(String token, String name) {
    return api("/auth/me")
        .as(token)
        .send("PATCH", "{'email':'%s@example.com','password':'a long password'}".formatted(name));
  }

  @Test
  void a_new_address_needs_the_password_and_counts_once_it_is_verified() {
    String token = register().text("/accessToken");
    String wanted = "lovelace@example.com";

    assertThat(
            api("/auth/me")
                .as(token)
                .send("PATCH", "{'email':'" + wanted + "'}")
                .isError(Code.VALIDATION_ERROR)
                .fields())
        .containsExactly("password");
    assertThat(
            api("/auth/me")
                .as(token)
                .send("PATCH", "{'email':'" + wanted + "','password':'a guess'}")
                .isError(Code.VALIDATION_ERROR)
                .fields())
        .containsExactly("password");
    String json = "{'email':'" + wanted + "','password':'a long password'}";
    Reply asked = api("/auth/me").as(token).send("PATCH", json).is(200);
    assertThat(asked.json().path("message").asText()).contains("until then the old one counts");
    assertThat(asked.text("/email")).isEqualTo("ada@example.com");

    String secret = secret(Purpose.VERIFY_EMAIL, wanted);
    post("/auth/verify-email", "{'token':'" + secret + "'}").is(200);
    assertThat(api("/auth/me").as(token).get().text("/email")).isEqualTo(wanted);
  }
}
