package dev.lastseat.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.HttpPorts;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted of log-ins, registrations and refreshes: two a window, one trusted proxy. */
class AccountLimitsTest extends ServerTest {
  private static final String RIGHT = "correct horse";

  @Override
  protected HttpSettings settings() {
    return settings(0, CONNECTIONS, 1, new RequestSettings.Limits(3, 4, 2, WINDOW));
  }

  @Test
  void log_ins_that_fail_are_counted_by_address_whatever_the_account() {
    logIn("10.0.0.1", "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    logIn("10.0.0.1", "bob", "wrong").isError(Code.AUTHENTICATION_ERROR);

    Reply refused = logIn("10.0.0.1", "eve", "wrong").isError(Code.RATE_LIMIT_EXCEEDED);

    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"login\";q=2;w=900");
    assertThat(refused.header("RateLimit")).isEqualTo("\"login\";r=0;t=900");
    assertThat(refused.header("Retry-After")).isEqualTo("900");
    assertThat(refused.json().toString()).contains("AUTH_RATE_LIMIT_REQUESTS");
    house.clock.advance(WINDOW);
    logIn("10.0.0.1", "eve", "wrong").isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void log_ins_that_succeed_are_not_counted_as_guesses() {
    register("10.0.0.9", "ada").is(201);
    for (int i = 0; i < 3; i++) {
      logIn("10.0.0.1", "ada", RIGHT).is(200);
    }
    logIn("10.0.0.2", "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    logIn("10.0.0.2", "ada", RIGHT).is(200);
    logIn("10.0.0.2", "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void log_ins_and_registrations_that_nobody_had_time_for_do_not_count() {
    house.hasher.overload(true);
    for (int i = 0; i < 3; i++) {
      String address = i < 2 ? "10.0.0.1" : "10.0.0.2";
      assertThat(
              logIn(address, "ada", RIGHT).isError(Code.SERVICE_UNAVAILABLE).header("Retry-After"))
          .isEqualTo("5");
    }
    register("10.0.0.3", "ada").isError(Code.SERVICE_UNAVAILABLE);
    house.hasher.overload(false);

    for (String user : List.of("ada", "bob")) {
      register("10.0.0.3", user).is(201);
    }
    logIn("10.0.0.2", "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    logIn("10.0.0.2", "ada", RIGHT).is(200);
  }

  @Test
  void nobody_locks_an_account_of_somebody_else_by_guessing_at_it_from_elsewhere() {
    register("10.0.0.1", "ada").is(201);
    for (int i = 0; i < 100; i++) {
      logIn("10.0.1." + i, "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    }
    register("10.0.2.1", "ada").is(201);

    logIn("10.0.0.1", "ada", RIGHT).is(200);
  }

  @Test
  void guesses_at_one_account_from_everywhere_are_bounded_too() {
    for (int i = 0; i < 200; i++) {
      logIn("10.1.0." + i, "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    }
    assertThat(
            logIn("10.1.1.1", "ada", "wrong").isError(Code.RATE_LIMIT_EXCEEDED).header("RateLimit"))
        .isEqualTo("\"login-account\";r=0;t=900");
    logIn("10.1.1.1", "bob", "wrong").isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void who_logged_in_well_lately_still_can_whatever_others_guess_from_elsewhere() {
    register("10.2.0.2", "ada").is(201);
    logIn("10.2.0.1", "ada", RIGHT).is(200);
    for (int i = 0; i < 200; i++) {
      logIn("10.1.0." + i, "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    }
    logIn("10.1.1.1", "ada", RIGHT).isError(Code.RATE_LIMIT_EXCEEDED);

    logIn("10.2.0.1", "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    logIn("10.2.0.1", "ada", RIGHT).is(200);
  }

  @Test
  void an_address_that_nobody_logged_in_from_for_long_is_one_like_others() {
    register("10.2.0.1", "ada").is(201);
    logIn("10.2.0.1", "ada", RIGHT).is(200);
    house.clock.advance(HttpPorts.KNOWN_FOR);
    for (int i = 0; i < 200; i++) {
      logIn("10.1.0." + i, "ada", "wrong").isError(Code.AUTHENTICATION_ERROR);
    }

    logIn("10.2.0.1", "ada", RIGHT).isError(Code.RATE_LIMIT_EXCEEDED);
  }

  @Test
  void registrations_are_counted_by_address_and_against_no_log_in() {
    register("10.0.0.1", "ada").is(201);
    register("10.0.0.1", "ada").is(201);
    assertThat(register("10.0.0.1", "bob").isError(Code.RATE_LIMIT_EXCEEDED).header("RateLimit"))
        .isEqualTo("\"register\";r=0;t=900");
    house.clock.advance(WINDOW.minusSeconds(1));
    logIn("10.0.0.2", "ada", RIGHT).is(200);
  }

  @Test
  void everybody_behind_one_address_stays_logged_in() {
    for (int i = 0; i < 11; i++) {
      String token = register("10.0.1." + i, "user" + i).is(201).text("/refreshToken");
      refresh("10.0.0.1", token).is(200);
    }
    logIn("10.0.0.1", "user3", RIGHT).is(200);
  }

  @Test
  void the_refreshes_of_a_session_are_counted_however_often_its_token_changes() {
    String token = register("10.0.0.1", "ada").is(201).text("/refreshToken");
    for (int i = 0; i < 3; i++) {
      token = refresh("10.0.1." + i, token).is(200).text("/refreshToken");
    }

    Reply refused = refresh("10.0.1.4", token).isError(Code.RATE_LIMIT_EXCEEDED);

    assertThat(refused.header("RateLimit")).isEqualTo("\"refresh\";r=0;t=900");
    house.clock.advance(WINDOW);
    refresh("10.0.1.4", token).is(200);
  }

  @Test
  void refreshes_from_one_address_are_bounded_though_generously() {
    for (int i = 0; i < 30; i++) {
      refresh("10.0.0.1", "made up " + i).isError(Code.AUTHENTICATION_ERROR);
    }
    assertThat(refresh("10.0.0.1", "made up").isError(Code.RATE_LIMIT_EXCEEDED).header("RateLimit"))
        .startsWith("\"refresh-address\";r=0;");
  }

  private Reply register(String address, String user) {
    return api("/auth/register")
        .with("X-Forwarded-For", address)
        .send(
            "POST", "{'email':'%s@example.com','password':'%s','name':'A'}".formatted(user, RIGHT));
  }

  private Reply logIn(String address, String user, String password) {
    return api("/auth/login")
        .with("X-Forwarded-For", address)
        .send("POST", "{'email':'%s@example.com','password':'%s'}".formatted(user, password));
  }

  private Reply refresh(String address, String token) {
    return api("/auth/refresh")
        .with("X-Forwarded-For", address)
        .send("POST", "{'refreshToken':'" + token + "'}");
  }
}
