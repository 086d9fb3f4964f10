package dev.lastseat.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.LogLines;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.request.RequestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line of each request; it is written when the answer has gone out, so it is waited for. */
class RequestLogTest extends ServerTest {
  private final LogLines lines = new LogLines("dev.lastseat.http.request");

  /** Without proxies, the lack of which would have a line of its own. */
  @Override
  protected HttpSettings settings() {
    return settings(0, CONNECTIONS, 0, new RequestSettings.Limits(1_000, 500, 100, WINDOW));
  }

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void a_line_says_who_asked_for_what_and_how_it_ended() {
    api("/auth/me").as(token("anna")).with("X-Request-Id", "id-1").get().is(200);
    ILoggingEvent line = lines.next();
    assertThat(LogLines.fields(line))
        .containsOnlyKeys("requestId", "method", "route", "status", "durationMs", "userId")
        .containsEntry("requestId", "id-1")
        .containsEntry("method", "GET")
        .containsEntry("route", "/api/v1/auth/me")
        .containsEntry("status", 200)
        .containsEntry("userId", "anna");
  }

  @Test
  void a_line_names_the_pattern_of_the_route_and_no_user_where_there_is_none() {
    api("/events/unknown?").get().is(404);
    assertThat(LogLines.fields(lines.next()))
        .containsOnlyKeys("requestId", "method", "route", "status", "durationMs")
        .containsEntry("route", "/api/v1/events/{id}")
        .containsEntry("status", 404);
  }

  @Test
  void a_line_never_tells_a_secret() {
    String account = "{'email':'anna@example.com','password':'a long password','name':'A'}";
    Reply in = api("/auth/register").send("POST", account).is(201);
    expectNoSecret(in);
    api("/auth/me").as(in.text("/accessToken")).get().is(200);
    expectNoSecret(in);
    api("/auth/refresh")
        .send("POST", "{'refreshToken':'" + in.text("/refreshToken") + "'}")
        .is(200);
    expectNoSecret(in);
    api("/anna@example.com").as("a-bad-token").get();
    expectNoSecret(in);
  }

  private void expectNoSecret(Reply in) {
    ILoggingEvent line = lines.next();
    assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
        .doesNotContain(
            "anna@example.com",
            "a long password",
            "a-bad-token",
            in.text("/accessToken"),
            in.text("/refreshToken"));
  }
}
