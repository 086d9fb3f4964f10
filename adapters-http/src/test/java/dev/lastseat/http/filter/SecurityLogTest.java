package dev.lastseat.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.lastseat.http.Contract;
import dev.lastseat.http.LogLines;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.request.Route;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line of each change of an account, and of each refusal. */
class SecurityLogTest extends ServerTest {
  private static final String ACCOUNT =
      "{'email':'ada@example.com','password':'a long password','name':'A'}";

  private final LogLines lines = new LogLines("dev.lastseat.security");

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void who_registers_and_logs_in_is_named_by_id_and_neither_by_address_nor_by_token() {
    Reply registered =
        api("/auth/register").with("X-Request-Id", "id-1").send("POST", ACCOUNT).is(201);
    ILoggingEvent line = lines.next();

    assertThat(LogLines.fields(line))
        .isEqualTo(
            Map.of(
                "requestId", "id-1",
                "method", "POST",
                "route", "/api/v1/auth/register",
                "outcome", "ok",
                "about", registered.text("/user/id")));
    assertThat(line.getKeyValuePairs().toString() + line.getFormattedMessage())
        .doesNotContain("ada", "password", registered.text("/accessToken"));
    api("/auth/login")
        .send("POST", "{'email':'ada@example.com','password':'a long password'}")
        .is(200);
    assertThat(next()).containsEntry("about", registered.text("/user/id"));
  }

  @Test
  void a_log_in_that_fails_and_a_token_that_is_none_are_written_down() {
    api("/auth/login").send("POST", "{'email':'ada@example.com','password':'wrong'}").is(401);
    assertThat(next())
        .containsEntry("route", "/api/v1/auth/login")
        .containsEntry("outcome", "authentication_error");

    api("/events").as("nobody's").get().is(401);
    assertThat(next())
        .containsOnlyKeys("requestId", "method", "route", "outcome")
        .containsEntry("outcome", "authentication_error");
  }

  @Test
  void who_goes_further_than_they_may_is_named() {
    api("/bookings?all=true").as(token("anna")).get().is(403);

    assertThat(next())
        .containsEntry("userId", "anna")
        .containsEntry("outcome", "authorization_error");
  }

  @Test
  void the_life_of_an_api_key_can_be_followed() {
    String anna = token("anna");
    Reply created =
        api("/api-keys").as(anna).send("POST", "{'name':'x','scopes':['events:read']}").is(201);
    String id = created.text("/id");
    assertThat(next()).containsEntry("userId", "anna").containsEntry("about", id);

    api("/bookings").as(created.text("/key")).get().is(403);
    assertThat(next())
        .containsEntry("userId", "anna")
        .containsEntry("apiKeyId", id)
        .containsEntry("outcome", "authorization_error");

    api("/api-keys/" + id).as(anna).send("DELETE").is(204);
    assertThat(next()).containsEntry("route", "/api/v1/api-keys/{id}").containsEntry("about", id);
  }

  @Test
  void the_life_of_a_webhook_can_be_followed_and_who_reads_the_facts_is_named() {
    String root = admin();
    Reply created =
        api("/webhooks")
            .as(root)
            .send("POST", "{'url':'https://example.com/h','kinds':['event.created']}")
            .is(201);
    String id = created.text("/id");
    assertThat(next())
        .containsEntry("route", "/api/v1/webhooks")
        .containsEntry("about", id)
        .containsKey("userId");
    api("/webhooks/" + id).as(root).get().is(200);

    api("/webhooks/" + id + "/rotate-secret").as(root).send("POST").is(200);
    assertThat(next())
        .containsEntry("route", "/api/v1/webhooks/{id}/rotate-secret")
        .containsEntry("about", id);

    api("/webhooks/" + id).as(root).send("DELETE").is(204);
    assertThat(next()).containsEntry("method", "DELETE").containsEntry("about", id);

    api("/facts").as(root).get().is(200);
    assertThat(next())
        .containsEntry("method", "GET")
        .containsEntry("route", "/api/v1/facts")
        .containsEntry("outcome", "ok")
        .containsKey("userId");
  }

  @Test
  void what_is_read_or_bought_leaves_no_line() {
    String anna = token("anna");
    api("/events").get().is(200);
    api("/auth/me").as(anna).get().is(200);
    book(anna, "{'eventId':'unknown'}").is(404);
    api("/auth/logout").send("POST", "{'refreshToken':'x'}").is(204);

    assertThat(next()).containsEntry("route", "/api/v1/auth/logout");
  }

  @Test
  void every_change_of_an_account_a_session_a_role_or_a_key_has_a_line_whatever_comes_of_it() {
    for (Route route : Contract.routes()) {
      String method = route.method().name();
      if (!method.equals("GET") && route.path().matches("/(auth|users|api-keys)\\b.*")) {
        api(route.path().replaceAll("\\{\\w+}", "x")).send(method, "[]");
        assertThat(next())
            .containsEntry("route", Route.BASE + route.path())
            .containsEntry("method", method);
      }
    }
  }

  private Map<String, Object> next() {
    return LogLines.fields(lines.next());
  }
}
