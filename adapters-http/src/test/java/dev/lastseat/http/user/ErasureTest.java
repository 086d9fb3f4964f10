package dev.lastseat.http.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Erasing an account. */
class ErasureTest extends ServerTest {
  private static final Email ADA = new Email("ada@example.com");

  private Reply registered() {
    return api("/auth/register")
        .send("POST", "{'email':'ada@example.com','password':'a long password','name':'Ada'}")
        .is(201);
  }

  private Reply erase(String token, String more) {
    return api("/auth/me").as(token).send("DELETE", "{'password':'a long password'" + more + "}");
  }

  private User ada() {
    return house.users.find(ADA).orElseThrow();
  }

  @Test
  void an_erased_user_is_gone_with_sessions_and_keys_and_the_address_is_free() {
    Reply ada = registered();
    String token = ada.text("/accessToken");
    String key =
        api("/api-keys")
            .as(token)
            .send("POST", "{'name':'till','scopes':['bookings:read']}")
            .is(201)
            .text("/key");
    api("/bookings").as(key).get().is(200);

    erase(token, "").is(204);

    assertThat(house.users.find(ADA)).isEmpty();
    api("/auth/me").as(token).get().isError(Code.AUTHENTICATION_ERROR);
    api("/bookings").as(key).get().isError(Code.AUTHENTICATION_ERROR);
    api("/auth/refresh")
        .send("POST", "{'refreshToken':'" + ada.text("/refreshToken") + "'}")
        .isError(Code.AUTHENTICATION_ERROR);
    api("/auth/me").as(registered().text("/accessToken")).get().is(200);
  }

  @Test
  void bookings_of_events_to_come_block_it_unless_they_are_to_be_cancelled() {
    add(AnEvent.published("event-1"));
    String token = registered().text("/accessToken");
    String booking = book(token, "{'eventId':'event-1'}").is(201).text("/id");

    erase(token, "").isError(Code.CONFLICT);
    erase(token, ",'bookings':'keep'").isError(Code.VALIDATION_ERROR);
    api("/auth/me").as(token).get().is(200);
    erase(token, ",'bookings':'cancel'").is(204);

    Reply kept = api("/bookings/" + booking).as(admin()).get().is(200);
    assertThat(kept.text("/status")).isEqualTo("cancelled");
    assertThat(kept.json().toString()).doesNotContain("ada@example.com");
  }

  @Test
  void bookings_of_events_that_have_begun_stay_for_the_books() {
    add(AnEvent.published("event-1"));
    String token = registered().text("/accessToken");
    String booking = book(token, "{'eventId':'event-1'}").is(201).text("/id");
    house.clock.advance(Duration.between(house.clock.instant(), begin()).plusSeconds(1));
    String later =
        api("/auth/login")
            .send("POST", "{'email':'ada@example.com','password':'a long password'}")
            .text("/accessToken");

    erase(later, "").is(204);

    assertThat(api("/bookings/" + booking).as(admin()).get().text("/status"))
        .isEqualTo("confirmed");
  }

  private static Instant begin() {
    return AnEvent.published("event-1").event().details().date();
  }

  @Test
  void whoever_does_not_know_the_password_erases_nobody() {
    String token = registered().text("/accessToken");

    assertThat(
            api("/auth/me")
                .as(token)
                .send("DELETE", "{'password':'a guess'}")
                .isError(Code.VALIDATION_ERROR)
                .fields())
        .containsExactly("password");
    api("/auth/me").as(token).send("DELETE", "{}").isError(Code.VALIDATION_ERROR);
    api("/auth/me").as(token).get().is(200);
  }

  @Test
  void the_last_admin_stays_and_goes_once_there_is_another() {
    String token = registered().text("/accessToken");
    house.users.changeRole(ada().id(), Role.ADMIN, TickingClock.START);

    erase(token, "").isError(Code.CONFLICT);
    assertThat(ada().role()).isEqualTo(Role.ADMIN);
    admin();
    erase(token, "").is(204);
  }
}
