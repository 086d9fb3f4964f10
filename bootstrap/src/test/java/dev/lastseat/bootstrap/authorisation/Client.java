package dev.lastseat.bootstrap.authorisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Sends requests that are complete but for the sender. */
final class Client implements AutoCloseable {
  private static final ObjectMapper mapper = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  Client(URI server) {
    this.server = server;
  }

  record Answer(int status, JsonNode body) {
    /** Of a request that must succeed. */
    JsonNode data() {
      if (status >= 300) {
        throw new AssertionError(status + " " + body);
      }
      return body.path("data");
    }
  }

  /**
   * With all that a route may want besides.
   *
   * @param token empty for nobody
   */
  Answer send(String method, String path, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "*");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return answer(
        request
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  /** All of the contract, such as {@code GET /events/{id}}. */
  List<String> operations() {
    URI contract = server.resolve("/openapi.json");
    List<String> operations = new ArrayList<>();
    answer(HttpRequest.newBuilder(contract).build()).body().path("paths").properties().stream()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            operations.add(
                                method.toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceAll("\\{\\w+}", "{id}"));
                          }
                        }));
    return operations;
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      boolean json =
          response.headers().firstValue("Content-Type").orElse("").contains("application/json");
      return new Answer(response.statusCode(), mapper.readTree(json ? response.body() : "null"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
