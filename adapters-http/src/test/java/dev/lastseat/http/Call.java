package dev.lastseat.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A request in the making. */
public final class Call {
  private final HttpClient client;
  private final HttpRequest.Builder request;

  public Call(HttpClient client, URI uri) {
    this.client = client;
    this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
  }

  public Call with(String header, String value) {
    request.header(header, value);
    return this;
  }

  public Call as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Reply get() {
    return send("GET");
  }

  public Reply send(String method) {
    return send(request.method(method, BodyPublishers.noBody()));
  }

  /** Sends a body only when the server says that it may go on (RFC 9110, section 10.1.1). */
  public Call asking() {
    request.expectContinue(true);
    return this;
  }

  /** Sends JSON, which may use ' instead of ". */
  public Reply send(String method, String json) {
    return send(method, "application/json", json.replace('\'', '"'));
  }

  public Reply send(String method, String type, String body) {
    request.header("Content-Type", type);
    return send(request.method(method, BodyPublishers.ofString(body)));
  }

  private Reply send(HttpRequest.Builder built) {
    try {
      HttpResponse<byte[]> response = client.send(built.build(), BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
