package dev.lastseat.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What browsers are told, on successes and on errors. */
class BrowsersTest extends ServerTest {
  private static final Map<String, String> HEADERS =
      Map.ofEntries(
          Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
          Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
          Map.entry("Origin-Agent-Cluster", "?1"),
          Map.entry("Referrer-Policy", "no-referrer"),
          Map.entry("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
          Map.entry("X-Content-Type-Options", "nosniff"),
          Map.entry("X-DNS-Prefetch-Control", "off"),
          Map.entry("X-Download-Options", "noopen"),
          Map.entry("X-Frame-Options", "SAMEORIGIN"),
          Map.entry("X-Permitted-Cross-Domain-Policies", "none"),
          Map.entry("X-XSS-Protection", "0"));

  @Test
  void no_header_is_missing_from_any_answer() {
    add(AnEvent.published("event-1"));
    for (Reply reply :
        new Reply[] {
          api("/events").get().is(200),
          api("/events/event-1").with("If-None-Match", "*").get().is(304),
          api("/auth/login").send("POST", "{").is(400),
          api("/auth/me").get().is(401),
          api("/nothing").get().is(404),
          api("/health/live").get().is(200)
        }) {
      HEADERS.forEach((name, value) -> assertThat(reply.header(name)).as(name).isEqualTo(value));
      assertThat(reply.header("X-Request-Id")).isNotEmpty();
    }
  }

  @Test
  void a_known_origin_may_ask_before_it_calls_and_another_may_not() {
    Reply known = preflight("https://shop.example").is(204);
    assertThat(known.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
    assertThat(known.header("Access-Control-Allow-Headers"))
        .isEqualTo(
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID,"
                + " X-Request-Id");
    for (String other : new String[] {"https://shop.example.evil", "null", "*"}) {
      assertThat(preflight(other).headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  @Test
  void an_error_may_be_read_by_a_known_origin_too() {
    Reply reply = api("/auth/me").with("Origin", "https://shop.example").get().is(401);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    assertThat(reply.header("Access-Control-Expose-Headers"))
        .contains("ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy")
        .contains("X-Request-Id", "Idempotency-Replayed")
        .contains("WWW-Authenticate", "Allow", "Content-Disposition");
  }

  private Reply preflight(String origin) {
    return api("/bookings")
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "POST")
        .send("OPTIONS");
  }
}
