package dev.lastseat.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.Call;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.Wire;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestSettings;
import org.junit.jupiter.api.Test;

/** Three requests a window, one trusted proxy. */
class RateLimitsTest extends ServerTest {
  @Override
  protected HttpSettings settings() {
    return settings(0, CONNECTIONS, 1, new RequestSettings.Limits(3, 4, 2, WINDOW));
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
