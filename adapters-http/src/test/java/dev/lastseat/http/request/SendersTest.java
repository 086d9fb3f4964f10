package dev.lastseat.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.Wire;
import dev.lastseat.http.json.Code;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends a request, and what that allows. */
class SendersTest extends ServerTest {
  private static final String ADA =
      "{'email':'ada@example.com','password':'correct horse','name':'Ada'}";

  @Test
  void who_has_an_expired_token_can_still_log_in_and_refresh() {
    String refresh = api("/auth/register").send("POST", ADA).is(201).text("/refreshToken");
    String expired = token("ada");
    house.clock.advance(Duration.ofHours(2));

    api("/auth/me").as(expired).get().isError(Code.AUTHENTICATION_ERROR);
    api("/auth/refresh").as(expired).send("POST", "{'refreshToken':'" + refresh + "'}").is(200);
    api("/auth/login")
        .as(expired)
        .send("POST", "{'email':'ada@example.com','password':'correct horse'}")
        .is(200);
    api("/health").as(expired).get().is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Basic YTpi", "bearer x", "Token x", ""})
  void what_is_no_good_token_proves_nobody(String authorization) {
    Reply reply = api("/auth/me").with("Authorization", authorization).get();

    reply.isError(Code.AUTHENTICATION_ERROR);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void the_word_bearer_may_be_written_in_any_case() {
    api("/auth/me").with("Authorization", "bEARER  " + token("ada")).get().is(200);
  }

  @Test
  void nothing_that_needs_a_token_is_kept_by_a_cache() {
    add(AnEvent.published("event-1"));
    String ada = token("ada");

    for (Reply reply :
        new Reply[] {
          api("/auth/me").as(ada).get(),
          api("/bookings").as(ada).get(),
          api("/bookings/unknown").as(ada).get(),
          api("/events/event-1").as(ada).get(),
          api("/events").as("bad").get(),
          api("/events").send("POST", "{}"),
          book(ada, "{'eventId':'event-1'}"),
          api("/auth/register").send("POST", ADA.replace("ada@", "bob@")),
        }) {
      assertThat(reply.header("Cache-Control")).as(reply.toString()).isEqualTo("no-store");
    }
  }

  @Test
  void no_error_is_kept_by_a_cache_either() {
    for (Reply reply :
        new Reply[] {
          api("/events/unknown").get().is(404),
          api("/events?page=0").get().is(400),
          api("/nothing").get().is(404),
          api("/events/event-1").send("POST").is(405)
        }) {
      assertThat(reply.header("Cache-Control")).as(reply.toString()).isEqualTo("no-store");
    }
    assertThat(Wire.request(server.uri(), "GET /api/v1/events/%zz"))
        .contains("Cache-Control: no-store\r\n");
  }

  @Test
  void a_head_request_is_judged_like_the_get_it_stands_for() {
    add(AnEvent.published("event-1"));

    Reply found = api("/events/event-1").send("HEAD").is(200);

    assertThat(found.body()).isEmpty();
    assertThat(found.header("ETag")).startsWith("W/\"1-");
    api("/events/unknown").send("HEAD").is(404);
    api("/auth/me").send("HEAD").is(401);
    root("/docs").send("HEAD").is(200);
  }

  @Test
  void a_parameter_that_a_route_does_not_know_is_an_error_on_every_route() {
    String ada = token("ada");
    add(AnEvent.published("event-1"));

    assertThat(api("/events/event-1?lang=en").get().isError(Code.VALIDATION_ERROR).fields())
        .containsExactly("lang");
    api("/auth/me?verbose").as(ada).get().isError(Code.VALIDATION_ERROR);
    api("/auth/login?x=1").send("POST", "{}").isError(Code.VALIDATION_ERROR);
    api("/health/live?probe=1").get().is(200);
  }
}
