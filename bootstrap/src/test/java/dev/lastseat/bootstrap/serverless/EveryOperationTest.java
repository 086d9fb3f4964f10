package dev.lastseat.bootstrap.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.e2e.SharedEngines;
import dev.lastseat.bootstrap.project.Project;
import dev.lastseat.bootstrap.serverless.Function.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Every operation of the contract, asked for by events. */
class EveryOperationTest {
  private static final String EVENT =
      """
      {"name":"Großer Abend","date":"2099-12-31T20:00:00Z","venue":"Old Hall","totalTickets":50,"price":25,"confirmedBy":"buyer"}\
      """;

  private static final Map<String, String> IMAGES = Map.of("accept", "image/*");

  @TempDir Path data;

  private final Set<String> asked = new LinkedHashSet<>();

  @SuppressWarnings("NullAway.Init") // by serve
  private Function function;

  private String admin = "";
  private String user = "";

  @ParameterizedTest
  @EnumSource
  void the_embedded_store_serves_all_of_them(Shape shape) throws IOException {
    Map<String, String> settings =
        Map.of("DATA_DIR", data.toString(), "EPHEMERAL_STORE", "allowed", "TICKET_CODES", "signed");
    serve(settings, shape);
  }

  @Test
  void mongodb_and_redis_serve_all_of_them() throws IOException {
    serve(SharedEngines.settings(), Shape.HTTP_API);
  }

  private void serve(Map<String, String> engines, Shape shape) throws IOException {
    function = new Function(engines, shape);
    health();
    accounts();
    passkeys();
    keys();
    users();
    webhooks();
    jobs();
    audit();
    String event = events();
    bookings(event);
    orders(event);
    ends(event);
    assertThat(asked).containsExactlyInAnyOrderElementsOf(operations());
  }

  private void health() {
    ask(200, "get", "/health", "");
    ask(200, "get", "/health/live", "");
    ask(200, "get", "/health/ready", "");
  }

  private void accounts() {
    admin =
        ask(200, "post", "/auth/login", logIn(Function.ADMIN, Function.PASSWORD), "")
            .text("/accessToken");
    Answer registered =
        ask(
            201,
            "post",
            "/auth/register",
            "{\"email\":\"ada@example.com\",\"password\":\"correct horse ü\",\"name\":\"Ada\"}",
            "");
    user = registered.text("/accessToken");
    String refresh = registered.text("/refreshToken");
    ask(200, "post", "/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(refresh), "");
    assertThat(ask(200, "get", "/auth/me", user).text("/email")).isEqualTo("ada@example.com");
    assertThat(ask(200, "get", "/auth/sessions", user).data()).hasSize(1);
    ask(204, "delete", "/auth/sessions", user);
    ask(200, "patch", "/auth/me", "{\"locale\":\"de\"}", user);
    for (String path : List.of("/auth/forgot-password", "/auth/resend-verification")) {
      ask(202, "post", path, "{\"email\":\"ada@example.com\"}", "");
    }
    ask(400, "post", "/auth/verify-email", "{\"token\":\"made up\"}", "");
    ask(400, "post", "/unsubscribe?token=made-up", "", "");
    String reset = "{\"token\":\"made up\",\"password\":\"correct horse\"}";
    ask(400, "post", "/auth/reset-password", reset, "");
    String passwords =
        "{\"currentPassword\":\"correct horse ü\",\"newPassword\":\"correct horse ü\"}";
    ask(200, "post", "/auth/change-password", passwords, user);
    ask(404, "delete", "/auth/sessions/{id}", "unknown", "", user, Map.of());
  }

  /** What only an authenticator could answer is refused. */
  private void passkeys() {
    String noise = "\"bm9pc2U\"";
    String credential =
        """
        {"id":%1$s,"response":{"clientDataJSON":%1$s,"attestationObject":%1$s,
        "authenticatorData":%1$s,"signature":%1$s,"userHandle":%1$s}}
        """
            .formatted(noise);
    ask(200, "post", "/auth/passkeys/options", "{\"password\":\"correct horse ü\"}", user);
    String added = "{\"name\":\"phone\",\"credential\":%s}".formatted(credential);
    ask(400, "post", "/auth/passkeys", added, user);
    assertThat(ask(200, "get", "/auth/passkeys", user).data()).isEmpty();
    String name = "{\"name\":\"phone\"}";
    ask(404, "patch", "/auth/passkeys/{id}", "bm9pc2U", name, user, Map.of());
    ask(404, "delete", "/auth/passkeys/{id}", "bm9pc2U", "", user, Map.of());
    ask(200, "post", "/auth/passkey-login/options", "");
    ask(401, "post", "/auth/passkey-login", "{\"credential\":%s}".formatted(credential), "");
  }

  private void keys() {
    String wanted = "{\"name\":\"till\",\"scopes\":[\"bookings:read\"]}";
    String id = ask(201, "post", "/api-keys", wanted, user).text("/id");
    assertThat(ask(200, "get", "/api-keys", user).data()).hasSize(1);
    ask(204, "delete", "/api-keys/{id}", id, "", user, Map.of());
  }

  private void users() {
    String id = ask(200, "get", "/users?search=ada", admin).text("/0/id");
    ask(200, "get", "/users/{id}", id, "", admin, Map.of());
    String role = "{\"role\":\"staff\"}"; // which would end their sessions
    ask(404, "patch", "/users/{id}", "unknown", role, admin, Map.of());
  }

  private void webhooks() {
    String wanted = "{\"url\":\"https://hooks.invalid\",\"kinds\":[\"event.created\"]}";
    String id = ask(201, "post", "/webhooks", wanted, admin).text("/id");
    assertThat(ask(200, "get", "/webhooks", admin).data()).hasSize(1);
    ask(200, "get", "/webhooks/{id}", id, "", admin, Map.of());
    ask(200, "patch", "/webhooks/{id}", id, "{\"enabled\":true}", admin, Map.of());
    ask(200, "post", "/webhooks/{id}/rotate-secret", id, "", admin, Map.of());
    ask(202, "post", "/webhooks/{id}/test", id, "", admin, Map.of());
    Answer told = ask(200, "get", "/webhooks/{id}/deliveries", id, "", admin, Map.of());
    assertThat(told.data()).hasSize(2);
    String since = "{\"since\":\"2026-01-01T00:00:00Z\"}";
    ask(202, "post", "/webhooks/{id}/resend", id, since, admin, Map.of());
    String resend = "/webhooks/{id}/deliveries/{delivery}/resend";
    ask(404, "post", resend, id, "", admin, Map.of()); // there is none of that name
    ask(204, "delete", "/webhooks/{id}", id, "", admin, Map.of());
  }

  private void audit() {
    ask(200, "get", "/audit/head", admin);
    ask(404, "get", "/audit/facts/{id}", "unknown", "", admin, Map.of());
    ask(404, "get", "/audit/consistency?from=1000000000", admin);
  }

  private void jobs() {
    assertThat(ask(200, "get", "/jobs?state=dead", admin).data()).isEmpty();
    assertThat(ask(200, "get", "/payments?status=refund_due&eventId=none", admin).data()).isEmpty();
    ask(401, "post", "/payments/events", "{}", ""); // nobody has signed it
    String refund = "{\"refund\":\"one\",\"amount\":1,\"currency\":\"EUR\"}";
    ask(404, "post", "/payments/{provider}/{reference}/refunds", refund, admin);
    ask(404, "post", "/jobs/{id}/retry", "unknown", "", admin, Map.of());
    ask(200, "post", "/jobs/retry", "{\"kind\":\"mail\"}", admin);
  }

  private static String logIn(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
  }

  private String events() {
    Answer draft = ask(201, "post", "/events", EVENT, admin);
    String id = draft.text("/id");
    Answer replaced = ask(200, "put", "/events/{id}", id, EVENT, admin, etag(draft));
    Answer patched = ask(200, "patch", "/events/{id}", id, "{\"price\":30}", admin, etag(replaced));
    assertThat(patched.text("/name")).isEqualTo("Großer Abend");
    ask(200, "post", "/events/{id}/publish", id, "", admin, Map.of());
    ask(200, "get", "/events/{id}/availability", id, "", user, Map.of());
    ask(200, "get", "/events/{id}/analytics", id, "", admin, Map.of());
    ask(200, "get", "/analytics", admin);
    ask(200, "get", "/facts", admin);
    ask(200, "get", "/events/{id}/history", id, "", admin, Map.of());
    ask(200, "get", "/events/{id}", id, "", "", Map.of());
    assertThat(ask(200, "get", "/events?search=Gro%C3%9Fer&limit=1", "").data()).hasSize(1);
    return id;
  }

  private static Map<String, String> etag(Answer event) {
    return Map.of("if-match", event.headers().path("etag").asText());
  }

  private void bookings(String event) {
    String json = "{\"eventId\":\"%s\",\"hold\":true}".formatted(event);
    Answer hold = ask(201, "post", "/bookings", "", json, user, key(1));
    String id = hold.text("/id");
    assertThat(ask(201, "post", "/bookings", "", json, user, key(1)).text("/id")).isEqualTo(id);
    ask(200, "get", "/bookings/{id}", id, "", user, Map.of());
    String until = "{\"until\":\"2020-01-01T00:00:00Z\"}";
    ask(200, "post", "/bookings/{id}/extension", id, until, admin, Map.of());
    ask(200, "patch", "/bookings/{id}/confirm", id, "", user, Map.of());
    ask(200, "get", "/bookings/{id}/tickets", id, "", user, Map.of());
    Map<String, String> html = Map.of("accept", "text/html");
    ask(200, "get", "/bookings/{id}/tickets.html", id, "", user, html);
    ask(202, "post", "/bookings/{id}/tickets/resend", id, "", user, Map.of());
    for (String image : List.of("png", "svg")) {
      ask(200, "get", "/bookings/{id}/tickets/{number}/qr." + image, id, "", user, IMAGES);
    }
    String visitor = "/bookings/{id}/tickets/{number}/visitor";
    ask(200, "put", visitor, id, "{\"name\":\"Eve\"}", user, Map.of());
    ask(200, "get", "/tickets", user);
    ask(200, "delete", visitor, id, "", user, Map.of());
    String reissue = "/bookings/{id}/tickets/{number}/reissue";
    door(event, id, ask(200, "post", reissue, id, "", user, Map.of()).text("/code"));
    assertThat(ask(200, "get", "/bookings", user).data()).hasSize(1);
    String reason = "{\"reason\":\"ill\"}";
    ask(200, "post", "/bookings/{id}/returns", id, "{\"tickets\":[1]}", admin, Map.of());
    ask(200, "patch", "/bookings/{id}/cancel", id, reason, user, Map.of());
    ask(200, "get", "/bookings/{id}/history", id, "", user, Map.of());
    String guest = "{\"price\":0,\"guest\":{\"name\":\"Ève\"}}";
    String sold =
        ask(201, "post", "/events/{id}/box-office", event, guest, admin, key(3)).text("/id");
    ask(204, "delete", "/bookings/{id}/guest", sold, "", admin, Map.of());
  }

  private void door(String event, String booking, String code) {
    String lists = "/events/{id}/checkin-lists";
    String list = ask(201, "post", lists, event, "{\"name\":\"Süd\"}", admin, Map.of()).text("/id");
    String scan = "{\"list\":\"%s\",\"code\":\"%s\",\"nonce\":\"one\"}".formatted(list, code);
    assertThat(ask(200, "post", "/checkins", scan, admin).text("/result")).isEqualTo("ok");
    assertThat(ask(200, "get", lists, event, "", admin, Map.of()).text("/0/inside")).isEqualTo("1");
    ask(200, "get", "/checkin-lists/{id}/refusals", list, "", admin, Map.of());
    ask(200, "get", "/checkin-lists/{id}/bundle", list, "", admin, Map.of());
    String past =
        "{\"code\":\"%s\",\"nonce\":\"two\",\"at\":\"2020-01-01T00:00:00Z\"}".formatted(code);
    String batch =
        "{\"list\":\"%s\",\"sentAt\":\"2020-01-01T00:00:00Z\",\"scans\":[%s]}"
            .formatted(list, past);
    assertThat(ask(200, "post", "/checkins/batch", batch, admin).text("/0/result"))
        .isEqualTo("double_entry");
    String undo = "{\"list\":\"%s\",\"ticket\":\"%s.1\"}".formatted(list, booking);
    ask(200, "post", "/checkins/undo", undo, admin);
  }

  private void orders(String event) {
    String json =
        "{\"items\":[{\"eventId\":\"%s\",\"quantity\":2}],\"hold\":true}".formatted(event);
    Answer order = ask(201, "post", "/orders", "", json, user, key(2));
    assertThat(ask(200, "get", "/orders", user).data()).hasSize(1);
    ask(200, "get", "/orders/{id}", order.text("/id"), "", user, Map.of());
    String until = "{\"until\":\"2020-01-01T00:00:00Z\"}";
    ask(200, "post", "/orders/{id}/extension", order.text("/id"), until, admin, Map.of());
    ask(200, "patch", "/orders/{id}/confirm", order.text("/id"), "", user, Map.of());
    ask(200, "post", "/orders/{id}/cancel", order.text("/id"), "", user, Map.of());
  }

  private static Map<String, String> key(int number) {
    return Map.of("idempotency-key", "00000000-0000-4000-8000-00000000000" + number);
  }

  private void ends(String event) {
    ask(409, "post", "/events/{id}/complete", event, "", admin, Map.of()); // has not begun
    String nobody = "{\"organiserId\":\"nobody\"}";
    ask(400, "post", "/events/{id}/hand-over", event, nobody, admin, Map.of());
    ask(200, "post", "/events/{id}/cancel", event, "", admin, Map.of());
    function.invoke(Shape.recorded("scheduled.json"));
    assertThat(ask(200, "get", "/bookings?status=cancelled", user).data()).hasSize(2);
    ask(204, "delete", "/events/{id}", event, "", admin, Map.of());
    ask(204, "post", "/auth/logout", "{\"refreshToken\":\"unknown\"}", user);
    ask(200, "get", "/auth/me/export", user);
    ask(400, "delete", "/auth/me", "{\"password\":\"a guess\"}", user);
  }

  private Answer ask(int status, String method, String path, String token) {
    return ask(status, method, path, "", "", token, Map.of());
  }

  private Answer ask(int status, String method, String path, String body, String token) {
    return ask(status, method, path, "", body, token, Map.of());
  }

  private Answer ask(
      int status,
      String method,
      String path,
      String id,
      String body,
      String token,
      Map<String, String> others) {
    asked.add(method + " " + path.replaceFirst("\\?.*", ""));
    Map<String, String> headers = new HashMap<>(others);
    if (!token.isEmpty()) {
      headers.put("authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      headers.put("content-type", "application/json");
    }
    String target =
        "/api/v1"
            + path.replace("{id}", id)
                .replace("{provider}", "bank")
                .replaceAll("\\{(delivery|reference)}", "unknown")
                .replace("{number}", "1");
    Answer answer = function.send(method.toUpperCase(java.util.Locale.ROOT), target, body, headers);
    assertThat(answer.status()).as(method + " " + path + ": " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().path("x-request-id").asText()).isNotEmpty();
    return answer;
  }

  private static Set<String> operations() throws IOException {
    Path contract =
        Project.ROOT.resolve("adapters-http/src/main/resources/dev/lastseat/http/openapi.yaml");
    LoaderOptions aliases = new LoaderOptions();
    aliases.setMaxAliasesForCollections(1_000);
    Map<String, Map<String, Map<String, Object>>> document =
        new Yaml(aliases).load(Files.readString(contract));
    Set<String> operations = new TreeSet<>();
    document
        .getOrDefault("paths", Map.of())
        .forEach(
            (path, methods) ->
                methods.keySet().stream()
                    .filter(method -> !method.equals("parameters"))
                    .forEach(method -> operations.add(method + " " + path)));
    return operations;
  }
}
