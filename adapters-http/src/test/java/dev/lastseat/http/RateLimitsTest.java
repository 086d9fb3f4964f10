package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three requests a window, two log-ins, one trusted proxy. */
class RateLimitsTest extends ServerTest {
  private static final String RIGHT = "correct horse";

  @Override
  HttpSettings settings() {
    return settings(0, CONNECTIONS, 1, new RequestSettings.Limits(3, 2, WINDOW));
  }

  @Test
  void a_client_learns_what_is_left_and_when_to_come_back() {
    Reply first = api("/events").get().is(200);
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=900");
    assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=2;t=900");
    api("/events").get().is(200);
    api("/nothing").get().is(404);
    Reply refused = api("/events").get().isError(Code.RATE_LIMIT_EXCEEDED);
    assertThat(refused.header("RateLimit")).isEqualTo("\"default\";r=0;t=900");
    assertThat(refused.header("Retry-After")).isEqualTo("900");
    house.clock.advance(WINDOW);
    api("/events").get().is(200);
  }

  @Test
  void a_user_is_counted_apart_from_the_address_and_health_is_not_counted() {
    String anna = token("anna");
    for (int i = 0; i < 4; i++) {
      api("/health/live").get().is(200);
    }
    for (int i = 0; i < 3; i++) {
      api("/events").get().is(200);
    }
    api("/events").get().isError(Code.RATE_LIMIT_EXCEEDED);
    api("/events").as(anna).get().is(200);
  }

  @Test
  void what_reaches_no_route_is_told_what_is_left_and_not_counted() {
    assertThat(Wire.request(server.uri(), "GET /api/v1/events/%zz"))
        .contains("RateLimit: \"default\";r=3;t=900\r\n");
    api("/events").get().is(200);
    assertThat(Wire.request(server.uri(), "GET /api/v1/events/%zz"))
        .contains("RateLimit: \"default\";r=2;t=900\r\n");
  }

  @Test
  void what_browsers_ask_before_they_call_is_counted_apart() {
    for (int left = 2; left >= 0; left--) {
      assertThat(preflight().is(204).header("RateLimit"))
          .isEqualTo("\"default\";r=" + left + ";t=900");
    }
    preflight().isError(Code.RATE_LIMIT_EXCEEDED);
    api("/events").get().is(200);
  }

  private Reply preflight() {
    return api("/events")
        .with("Origin", "https://shop.example")
        .with("Access-Control-Request-Method", "PUT")
        .send("OPTIONS");
  }

  @Test
  void what_is_no_address_opens_no_bucket_of_its_own() {
    for (int i = 0; i < 3; i++) {
      forwarded("somewhere " + i, null).is(200);
    }
    forwarded("x".repeat(7_000), null).isError(Code.RATE_LIMIT_EXCEEDED);
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
    register("10.0.2.1", "ada").isError(Code.CONFLICT);

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
    register("10.0.0.1", "ada").isError(Code.CONFLICT);
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

  @Test
  void an_address_that_the_client_made_up_is_not_believed() {
    for (int i = 0; i < 3; i++) {
      forwarded("10.1.1." + i + ", 10.0.0.9", null).is(200);
    }
    forwarded("10.1.1.9", "10.0.0.9").isError(Code.RATE_LIMIT_EXCEEDED);
    forwarded("10.0.0.9", "10.0.0.10").is(200);
  }

  /** A proxy appends to the line of the client, or adds a second one. */
  private Reply forwarded(String line, @org.jspecify.annotations.Nullable String second) {
    Call call = api("/events").with("X-Forwarded-For", line);
    return (second == null ? call : call.with("X-Forwarded-For", second)).get();
  }
}
