package dev.lastseat.bootstrap.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.e2e.BoxOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What hostile requests speak of: people, their tokens and keys, an event and bookings; and all
 * operations of the contract.
 */
final class Stage {
  private static final ObjectMapper mapper = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final URI server;
  private final Map<String, String> values = new HashMap<>();
  private final List<Map<String, String>> routes = new ArrayList<>();

  private Stage(URI server) {
    this.server = server;
  }

  static Stage set(URI server, BoxOffice office) {
    Stage stage = new Stage(server);
    String user = stage.people(office);
    stage.values.put("event", office.event(1_000_000, 1_000));
    stage.values.put("booking", stage.book(user));
    stage.values.put("adminsbooking", stage.book(office.adminToken()));
    stage.keys(user);
    stage.readRoutes();
    return stage;
  }

  private String people(BoxOffice office) {
    JsonNode user = register();
    String token = user.path("accessToken").asText();
    tokens("user", token);
    tokens("admin", office.adminToken());
    values.put("userid", user.at("/user/id").asText());
    values.put("refresh", user.path("refreshToken").asText());
    values.put("scapegoat", register().path("accessToken").asText());
    return token;
  }

  private void tokens(String name, String token) {
    String[] parts = token.split("\\.");
    values.put(name, token);
    values.put(name + ".header", parts[0]);
    values.put(name + ".payload", parts[1]);
    values.put(name + ".signature", parts[2]);
  }

  private void keys(String user) {
    JsonNode key = key(user);
    String id = key.path("id").asText();
    String value = key.path("key").asText();
    values.put("key", value);
    values.put("keyid", id);
    values.put("secret", secret(key));
    values.put("other", secret(key(user)));
    values.put("key.upper", value.toUpperCase(Locale.ROOT));
    values.put("key.cut", value.substring(0, value.length() - 1));
    JsonNode revoked = key(user);
    send("DELETE", "/api-keys/" + revoked.path("id").asText(), user, "");
    values.put("key.revoked", revoked.path("key").asText());
  }

  private JsonNode key(String user) {
    String scopes =
        """
        ["events:read","events:write","bookings:read","bookings:write","bookings:confirm"]\
        """;
    return send("POST", "/api-keys", user, "{\"name\":\"key\",\"scopes\":" + scopes + "}");
  }

  private static String secret(JsonNode key) {
    String prefix = "lsk_" + key.path("id").asText() + "_";
    return key.path("key").asText().substring(prefix.length());
  }

  private JsonNode register() {
    return send(
        "POST",
        "/auth/register",
        "",
        """
        {"email":"%s@example.com","password":"correct horse","name":"Somebody"}\
        """
            .formatted(UUID.randomUUID()));
  }

  private String book(String token) {
    String body = "{\"eventId\":\"" + values.get("event") + "\"}";
    return send("POST", "/bookings", token, body).path("id").asText();
  }

  private void readRoutes() {
    JsonNode paths = json(request("GET", server.resolve("/openapi.json"), "", "")).path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> readRoute(method, path.getKey())));
  }

  private void readRoute(String method, String path) {
    if (METHODS.contains(method)) {
      String id =
          path.startsWith("/events")
              ? values.get("event")
              : path.startsWith("/bookings") ? values.get("booking") : "nothing";
      Map<String, String> route = new HashMap<>(values);
      route.put("method", method.toUpperCase(Locale.ROOT));
      route.put("path", "/api/v1" + path.replaceAll("\\{\\w+}", String.valueOf(id)));
      routes.add(route);
    }
  }

  /** The values of a case: once, or once for every route. */
  List<Map<String, String>> values(HostileCase hostile) {
    return hostile.isForEveryRoute() ? routes : List.of(values);
  }

  void requireSells() {
    book(String.valueOf(values.get("user")));
    send("GET", "/health/ready", "", "");
  }

  private JsonNode send(String method, String path, String token, String body) {
    return json(request(method, URI.create(server + "/api/v1" + path), token, body)).path("data");
  }

  private static HttpRequest request(String method, URI uri, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, BodyPublishers.ofString(body));
    return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build();
  }

  private static JsonNode json(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(request + " was answered " + response.body());
      }
      return mapper.readTree(response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
