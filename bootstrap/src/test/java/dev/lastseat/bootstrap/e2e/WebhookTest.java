package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that believes what the official library believes, and nothing else. */
@Timeout(120)
class WebhookTest {
  private static final int CUSTOMERS = 20;

  private final AtomicReference<String> secret = new AtomicReference<>("");
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  @TempDir Path data;

  @Test
  void whoever_only_listens_ends_with_the_bookings_that_the_store_has() throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/hooks", this::take);
    receiver.start();
    try (Lastseat lastseat = Programs.start(settings());
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      String event = office.event(CUSTOMERS, 10);
      URI hooks =
          URI.create("http://127.0.0.1:%d/hooks".formatted(receiver.getAddress().getPort()));
      secret.set(office.listen(hooks, "booking.confirmed", "booking.cancelled"));
      List<Caller> customers = office.customers(CUSTOMERS);

      List<Answer> booked = Storm.of(CUSTOMERS, i -> office.book(customers.get(i), event, 1));
      String given = booked.getFirst().data().path("id").asText();
      assertThat(office.cancel(customers.getFirst(), given).status()).isEqualTo(200);

      Set<String> known = new TreeSet<>();
      for (int told = 0; told < CUSTOMERS + 1; told++) {
        learn(known, next());
      }
      known.remove(given); // whichever of the two came first
      assertThat(known)
          .isEqualTo(
              new TreeSet<>(
                  office.live(event).stream().map(it -> it.path("id").asText()).toList()));
    } finally {
      receiver.stop(0);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    settings.put("WEBHOOKS_ALLOW_HTTP", "on");
    settings.put("WEBHOOKS_ALLOW_PRIVATE", "on");
    return settings;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean good = isGood(exchange, body);
      if (good) {
        messages.add(body);
      }
      exchange.sendResponseHeaders(good ? 204 : 400, -1);
    }
  }

  private boolean isGood(HttpExchange exchange, String body) {
    try {
      new Webhook(secret.get())
          .verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true));
      return true;
    } catch (WebhookVerificationException | IllegalArgumentException forged) {
      return false;
    }
  }

  /** The one that tells of nothing may come at any time. */
  private JsonNode next() throws IOException, InterruptedException {
    JsonNode message;
    do {
      String body = messages.poll(30, TimeUnit.SECONDS);
      assertThat(body).as("a message").isNotNull();
      message = new ObjectMapper().readTree(body);
    } while (message.path("type").asText().equals("webhook.test"));
    return message;
  }

  private static void learn(Set<String> known, JsonNode message) {
    String id = message.at("/data/id").asText();
    switch (message.path("type").asText()) {
      case "booking.confirmed" -> known.add(id);
      case "booking.cancelled" -> known.remove(id);
      case String other -> throw new AssertionError("nobody asked for " + other);
    }
  }
}
