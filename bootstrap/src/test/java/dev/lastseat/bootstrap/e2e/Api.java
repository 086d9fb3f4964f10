package dev.lastseat.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Function;

/**
 * Talks to a running Lastseat as any program would: to its instances in turn, and to another one
 * when one is lost in the middle of a request. Only the first is asked to do what must not be done
 * twice.
 */
final class Api implements AutoCloseable {
  private static final ObjectMapper json = new ObjectMapper();

  private final List<URI> instances;
  private final AtomicInteger turns = new AtomicInteger();
  private final LongAccumulator longest = new LongAccumulator(Long::max, 0);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  Api(URI... instances) {
    this.instances = List.of(instances);
  }

  URI uri() {
    return instances.getFirst();
  }

  /** An answer: its status, its JSON (missing when there is none), and its headers. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    JsonNode data() {
      return body.path("data");
    }

    String code() {
      return body.at("/errors/0/code").asText();
    }

    /** Another try with the key has not ended: one that its instance was lost in, most likely. */
    boolean isUnderWay() {
      return code().equals("REQUEST_IN_FLIGHT");
    }

    Optional<String> header(String name) {
      return raw.headers().firstValue(name);
    }
  }

  /** Who asks. */
  record Caller(String token) {
    static final Caller NOBODY = new Caller("");
  }

  Answer get(String path, Caller caller) {
    return anywhere(instance -> send(request(instance, path, caller).GET()));
  }

  Answer post(String path, Caller caller, String body, String... headers) {
    return send(
        with(request(instances.getFirst(), path, caller), headers)
            .POST(BodyPublishers.ofString(body)));
  }

  /** A POST that may be sent again, since its key says so. */
  Answer postOnce(String path, Caller caller, String body, String key) {
    return anywhere(
        instance ->
            send(
                with(request(instance, path, caller), "Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(body))));
  }

  Answer patch(String path, Caller caller, String body, String... headers) {
    return send("PATCH", path, caller, body, headers);
  }

  Answer send(String method, String path, Caller caller, String body, String... headers) {
    return send(
        with(request(instances.getFirst(), path, caller), headers)
            .method(method, BodyPublishers.ofString(body)));
  }

  /** An instance in its turn, and once it is lost each of the others. */
  private Answer anywhere(Function<URI, Answer> question) {
    int first = turns.getAndIncrement() & Integer.MAX_VALUE;
    for (int i = 0; ; i++) {
      try {
        return question.apply(instances.get((first + i) % instances.size()));
      } catch (UncheckedIOException lost) {
        if (i == instances.size() - 1) {
          throw lost;
        }
      }
    }
  }

  Caller register(String email) {
    Answer answer =
        post(
            "/auth/register",
            Caller.NOBODY,
            """
            {"email":"%s","password":"correct horse","name":"Somebody"}\
            """
                .formatted(email));
    return caller(answer, 201);
  }

  Caller logIn(String email, String password) {
    Answer answer =
        post(
            "/auth/login",
            Caller.NOBODY,
            """
            {"email":"%s","password":"%s"}\
            """
                .formatted(email, password));
    return caller(answer, 200);
  }

  private static Caller caller(Answer answer, int expected) {
    if (answer.status() != expected) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return new Caller(answer.data().path("accessToken").asText());
  }

  /** The path below the API of the first instance. */
  URI uri(String path) {
    return uri(instances.getFirst(), path);
  }

  private static URI uri(URI instance, String path) {
    return URI.create(instance + "/api/v1" + path);
  }

  private static HttpRequest.Builder request(URI instance, String path, Caller caller) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(instance, path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    return caller.token().isEmpty()
        ? request
        : request.header("Authorization", "Bearer " + caller.token());
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** How long the longest of all answers since the last question was waited for. */
  Duration longest() {
    return Duration.ofNanos(longest.getThenReset());
  }

  private Answer send(HttpRequest.Builder request) {
    long began = System.nanoTime();
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      longest.accumulate(System.nanoTime() - began);
      JsonNode body =
          response.body().isEmpty() ? MissingNode.getInstance() : json.readTree(response.body());
      return new Answer(response.statusCode(), body, response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
