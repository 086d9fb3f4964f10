package dev.lastseat.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.LogLines;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.filter.Problems;
import dev.lastseat.http.json.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures of the server, and what every error has in common. */
class FailuresTest extends ServerTest {
  @Test
  void an_internal_error_gives_an_id_to_quote_and_nothing_else_away() {
    Reply reply = internalError().isError(Code.INTERNAL_ERROR);
    String body = new String(reply.body(), StandardCharsets.UTF_8);
    assertThat(body).contains("quote-me");
    assertThat(body).doesNotContain("Exception", "dev.lastseat", ".java", "secret");
    assertThat(reply.header("X-Request-Id")).isEqualTo("quote-me");
  }

  /** A booking that runs into a mistake of ours. */
  private Reply internalError() {
    add(AnEvent.published("event-1"));
    house.bookings.beforeRecord(
        () -> {
          throw new IllegalStateException("a secret of the house");
        });
    return api("/bookings")
        .as(token("anna"))
        .with("Idempotency-Key", "6f1c1f0e-8a57-4c0b-9d34-0a5b3c2d1e0f")
        .with("X-Request-Id", "quote-me")
        .send("POST", "{'eventId':'event-1'}");
  }

  @Test
  void a_store_that_is_away_fills_the_log_with_no_stack_traces() {
    try (LogLines lines = new LogLines(Problems.class)) {
      house.store.goAway();
      api("/events").with("X-Request-Id", "quote-me").get().is(503);

      ILoggingEvent line = lines.next();
      assertThat(lines.left()).isEmpty();
      assertThat(line.getLevel()).isEqualTo(Level.WARN);
      assertThat(line.getFormattedMessage()).startsWith("store unavailable: ");
      assertThat(line.getThrowableProxy()).isNull();
      assertThat(line.getKeyValuePairs().toString()).contains("quote-me");
    }
  }

  @Test
  void an_error_has_the_headers_of_every_answer() {
    List<Reply> errors =
        List.of(
            api("/events?colour=red").get().is(400),
            api("/auth/me").get().is(401),
            api("/nothing").get().is(404),
            api("/auth/login").get().is(405),
            api("/events").with("Accept", "text/html").get().is(406),
            api("/auth/login").send("POST", "text/plain", "{}").is(415));
    for (Reply error : errors) {
      assertThat(error.header("X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
      assertThat(error.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(error.header("Content-Security-Policy")).startsWith("default-src 'self'");
      assertThat(error.header("RateLimit-Policy")).isEqualTo("\"default\";q=1000;w=900");
      assertThat(error.header("RateLimit")).matches("\"default\";r=\\d+;t=\\d+");
      assertThat(error.headers().allValues("Vary")).contains("Accept-Encoding, Origin");
      assertThat(error.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }
  }

  @Test
  void a_body_that_does_not_say_how_long_it_is_is_too_large_all_the_same()
      throws IOException, InterruptedException {
    byte[] body =
        ("{\"email\":\"" + "x".repeat(RequestBodies.MAX_BODY)).getBytes(StandardCharsets.UTF_8);
    Reply reply = chunked(body).isError(Code.PAYLOAD_TOO_LARGE);
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    chunked("{}".getBytes(StandardCharsets.UTF_8)).isError(Code.VALIDATION_ERROR);
  }

  private Reply chunked(byte[] body) throws IOException, InterruptedException {
    URI uri = server.uri().resolve(Route.BASE + "/auth/login");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.headers(), response.body());
    }
  }
}
