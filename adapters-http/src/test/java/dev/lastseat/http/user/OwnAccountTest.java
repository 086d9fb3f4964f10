package dev.lastseat.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestSettings;
import org.junit.jupiter.api.Test;

/** What users change about their own accounts; two failed log-ins a window. */
class OwnAccountTest extends ServerTest {
  private static final String PASSWORD = "a long password";

  @Override
  protected HttpSettings settings() {
    return settings(0, CONNECTIONS, 1, new RequestSettings.Limits(1_000, 1_000, 2, WINDOW));
  }

  private String registered() {
    return api("/auth/register")
        .send(
            "POST", "{'email':'ada@example.com','password':'%s','name':'Ada'}".formatted(PASSWORD))
        .is(201)
        .text("/accessToken");
  }

  private Reply logIn(String password) {
    return api("/auth/login")
        .send("POST", "{'email':'ada@example.com','password':'%s'}".formatted(password));
  }

  private Reply changePassword(String token, String current, String wanted) {
    return api("/auth/change-password")
        .as(token)
        .send("POST", "{'currentPassword':'%s','newPassword':'%s'}".formatted(current, wanted));
  }

  @Test
  void a_password_is_changed_by_who_knows_it_and_other_sessions_end() {
    String token = registered();
    String other = logIn(PASSWORD).text("/accessToken");

    changePassword(token, PASSWORD, "another password").is(200);

    api("/auth/me").as(token).get().is(200);
    api("/auth/me").as(other).get().isError(Code.AUTHENTICATION_ERROR);
    logIn("another password").is(200);
    logIn(PASSWORD).isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void guesses_at_the_current_password_are_counted_like_log_ins_that_fail() {
    String token = registered();

    for (int i = 0; i < 2; i++) {
      changePassword(token, "a guess", "another password").isError(Code.VALIDATION_ERROR);
    }
    changePassword(token, PASSWORD, "another password").isError(Code.RATE_LIMIT_EXCEEDED);
    logIn(PASSWORD).isError(Code.RATE_LIMIT_EXCEEDED);
  }

  @Test
  void a_new_password_that_must_not_be_is_named_by_its_field() {
    String token = registered();

    for (String bad : new String[] {"short", "password", "x".repeat(73)}) {
      assertThat(changePassword(token, PASSWORD, bad).isError(Code.VALIDATION_ERROR).fields())
          .containsExactly("newPassword");
    }
    assertThat(
            api("/auth/register")
                .send(
                    "POST",
                    "{'email':'lovelace@example.com','password':'lovelace 1815','name':'A'}")
                .isError(Code.VALIDATION_ERROR)
                .fields())
        .containsExactly("password");
  }

  @Test
  void who_wants_no_reminders_says_so_and_takes_it_back() {
    String token = registered();
    assertThat(api("/auth/me").as(token).get().text("/holdReminders")).isEqualTo("true");

    api("/auth/me").as(token).send("PATCH", "{'holdReminders':false}").is(200);
    assertThat(api("/auth/me").as(token).get().text("/holdReminders")).isEqualTo("false");
    api("/auth/me").as(token).send("PATCH", "{'name':'Ada L.'}").is(200);
    assertThat(api("/auth/me").as(token).get().text("/holdReminders")).isEqualTo("false");
    api("/auth/me").as(token).send("PATCH", "{'holdReminders':true}").is(200);
    assertThat(api("/auth/me").as(token).get().text("/holdReminders")).isEqualTo("true");
  }

  @Test
  void name_and_language_are_changed_and_nothing_else() {
    String token = registered();

    Reply changed = api("/auth/me").as(token).send("PATCH", "{'name':'Ada L.','locale':'de-at'}");

    assertThat(changed.is(200).text("/name")).isEqualTo("Ada L.");
    assertThat(api("/auth/me").as(token).get().text("/locale")).isEqualTo("de-AT");
    api("/auth/me").as(token).send("PATCH", "{}").is(200);
    for (String bad :
        new String[] {
          "{'role':'admin'}", "{'name':''}", "{'locale':'x_y'}", "{'locale':''}", "{'name':null}"
        }) {
      api("/auth/me").as(token).send("PATCH", bad).isError(Code.VALIDATION_ERROR);
    }
    assertThat(api("/auth/me").as(token).get().text("/name")).isEqualTo("Ada L.");
  }
}
