package dev.lastseat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The API, as those call it who run the sale. All that they ask for is well. */
final class Api implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  private Api(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** As the admin, once logged in. */
  static Api logIn(String address, String email, String password) throws Exception {
    String base = address + "/api/v1";
    String account = "{'email':'%s','password':'%s'}".formatted(email, password);
    try (Api nobody = new Api(base, "")) {
      return new Api(base, field("accessToken", nobody.post("/auth/login", account)));
    }
  }

  String get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return send("POST", path, json);
  }

  /** JSON may use ' instead of ". */
  String send(String method, String path, String json) throws IOException, InterruptedException {
    return send(request(path).method(method, BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }

  /** The first text that is called so. */
  static String field(String name, String json) {
    List<String> found = fields(name, json);
    assertThat(found).as(json).isNotEmpty();
    return found.getFirst();
  }

  /** All texts that are called so, in order. */
  static List<String> fields(String name, String json) {
    return Pattern.compile("\"" + name + "\":\"([^\"]+)\"")
        .matcher(json)
        .results()
        .map(field -> field.group(1))
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
