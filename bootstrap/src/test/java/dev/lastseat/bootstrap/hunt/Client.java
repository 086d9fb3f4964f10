package dev.lastseat.bootstrap.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lastseat.domain.port.security.WebhookSignatures;
import dev.lastseat.domain.webhook.WebhookSecret;
import dev.lastseat.webhooks.WebhookAdapters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sends requests, and notes what came back. */
final class Client implements AutoCloseable {
  private static final WebhookSecret SECRET = new WebhookSecret(Hunt.PAYMENT_SECRET);

  /** The libraries of tests are not there when a hunt runs by itself. */
  private static final WebhookSignatures SIGNATURES =
      new WebhookAdapters(new WebhookAdapters.Allowed(false, false), Clock.systemUTC())
          .signatures();

  private static final ObjectMapper json = new ObjectMapper();

  private final User door;
  private final Map<String, String> lists;
  private final Clock clock = Clock.systemUTC();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  /** With those who let in, and the check-in list of each event. */
  Client(User door, Map<String, String> lists) {
    this.door = door;
    this.lists = lists;
  }

  /** Who asks. */
  record User(String name, String token) {}

  Exchange ask(User user, URI instance, Request request) throws InterruptedException {
    HttpRequest message = message(instance, user, request).build();
    Instant asked = clock.instant();
    Optional<HttpResponse<String>> response = send(message);
    Instant answered = clock.instant();
    JsonNode body = response.map(it -> tree(it.body())).orElse(MissingNode.getInstance());
    return new Exchange(
        user.name(),
        request,
        asked,
        answered,
        response.map(HttpResponse::statusCode).orElse(0),
        body.at("/errors/0/code").asText(""),
        body.path("data"));
  }

  /** Over a line that is cut when the answer comes. */
  Exchange askUntold(User user, URI instance, Request request) throws InterruptedException {
    HttpRequest.Builder message = message(instance, user, request);
    try (CutLine line = new CutLine(instance)) {
      Instant asked = clock.instant();
      send(message.uri(line.uri().resolve(message.build().uri().getRawPath())).build());
      String code = line.wasAnswered() ? Exchange.UNTOLD : "";
      return new Exchange(
          user.name(), request, asked, clock.instant(), 0, code, MissingNode.getInstance());
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /** Nothing where no answer arrived. */
  private Optional<HttpResponse<String>> send(HttpRequest message) throws InterruptedException {
    try {
      return Optional.of(http.send(message, BodyHandlers.ofString()));
    } catch (IOException lost) {
      return Optional.empty();
    }
  }

  private static JsonNode tree(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : json.readTree(body);
    } catch (IOException cut) {
      throw new IllegalStateException(body, cut);
    }
  }

  private HttpRequest.Builder message(URI instance, User user, Request request)
      throws InterruptedException {
    return switch (request) {
      case Request.Book(String event, int quantity, boolean hold, String key) ->
          to(instance, user, "/bookings")
              .header("Idempotency-Key", key)
              .POST(
                  BodyPublishers.ofString(
                      "{\"eventId\":\"%s\",\"quantity\":%d,\"hold\":%b}"
                          .formatted(event, quantity, hold)));
      case Request.Order order ->
          to(instance, user, "/orders")
              .header("Idempotency-Key", order.key())
              .POST(BodyPublishers.ofString(items(order)));
      case Request.Confirm(String booking) ->
          patch(to(instance, user, "/bookings/" + booking + "/confirm"), "{}");
      case Request.Cancel(String booking) ->
          patch(to(instance, user, "/bookings/" + booking + "/cancel"), "{}");
      case Request.Look(String booking) -> to(instance, user, "/bookings/" + booking).GET();
      case Request.Admit(String booking) ->
          to(instance, door, "/checkins")
              .POST(
                  BodyPublishers.ofString(
                      "{\"list\":\"%s\",\"code\":\"%s\",\"nonce\":\"%s\"}"
                          .formatted(
                              list(instance, booking),
                              code(instance, booking),
                              UUID.randomUUID())));
      case Request.Undo(String booking) ->
          to(instance, door, "/checkins/undo")
              .POST(
                  BodyPublishers.ofString(
                      "{\"list\":\"%s\",\"ticket\":\"%s.1\"}"
                          .formatted(list(instance, booking), booking)));
      case Request.Reserve(String event, String key) ->
          to(instance, user, "/bookings")
              .header("Idempotency-Key", key)
              .POST(BodyPublishers.ofString("{\"eventId\":\"%s\",\"hold\":true}".formatted(event)));
      case Request.Pay pay -> pay(instance, user, pay);
      case Request.ListPayments(int page) ->
          to(instance, user, "/payments?limit=100&page=" + page).GET();
      case Request.ListUnsettled(String path) -> to(instance, user, path).GET();
      case Request.ListSold(String event, int page) ->
          to(
                  instance,
                  user,
                  "/bookings?all=true&limit=100&status=confirmed&eventId=%s&page=%d"
                      .formatted(event, page))
              .GET();
      case Request.Count(String event) ->
          to(instance, user, "/events/" + event + "/availability").GET();
      case Request.ListLive(String event) ->
          to(instance, user, "/bookings?all=true&limit=100&status=confirmed&eventId=" + event)
              .GET();
      case Request.Resize(String event, int total) ->
          patch(
              to(instance, user, "/events/" + event)
                  .header("If-Match", version(instance, user, event)),
              "{\"totalTickets\":%d}".formatted(total));
      case Request.CancelEvent(String event) ->
          to(instance, user, "/events/" + event + "/cancel").POST(BodyPublishers.ofString("{}"));
    };
  }

  private HttpRequest.Builder pay(URI instance, User user, Request.Pay pay) {
    String payment =
        "\"reference\":\"%s\",\"amount\":%d,\"currency\":\"EUR\""
            .formatted(pay.reference(), pay.amount());
    if (!pay.byProvider()) {
      return patch(
          to(instance, user, "/bookings/" + pay.booking() + "/confirm"),
          "{\"payment\":{\"provider\":\"hunt\",%s}}".formatted(payment));
    }
    String event =
        "{\"type\":\"payment.captured\",\"data\":{%s,\"purchase\":\"booking:%s\"}}"
            .formatted(payment, pay.booking());
    String id = "%s.%d.%s".formatted(pay.reference(), pay.amount(), pay.booking());
    Instant now = clock.instant();
    byte[] body = event.getBytes(StandardCharsets.UTF_8);
    return to(instance, user, "/payments/events")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", SIGNATURES.sign(SECRET, id, now, body))
        .POST(BodyPublishers.ofByteArray(body));
  }

  private static String items(Request.Order order) {
    return order.events().stream()
        .map(event -> "{\"eventId\":\"%s\",\"quantity\":%d}".formatted(event, order.quantity()))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  /** Of the event of a booking; of none while the instance does not answer. */
  private String list(URI instance, String booking) throws InterruptedException {
    String event = look(instance, "/bookings/" + booking).path("eventId").asText();
    return lists.getOrDefault(event, "none");
  }

  private String code(URI instance, String booking) throws InterruptedException {
    return look(instance, "/bookings/%s/tickets".formatted(booking)).at("/0/code").asText("none");
  }

  private JsonNode look(URI instance, String path) throws InterruptedException {
    return send(to(instance, door, path).GET().build())
        .map(answer -> tree(answer.body()).path("data"))
        .orElse(MissingNode.getInstance());
  }

  private String version(URI instance, User user, String event) throws InterruptedException {
    return send(to(instance, user, "/events/" + event).GET().build())
        .flatMap(found -> found.headers().firstValue("ETag"))
        .orElse("\"0\"");
  }

  private static HttpRequest.Builder to(URI instance, User user, String path) {
    return HttpRequest.newBuilder(URI.create(instance + "/api/v1" + path))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + user.token());
  }

  private static HttpRequest.Builder patch(HttpRequest.Builder message, String body) {
    return message.method("PATCH", BodyPublishers.ofString(body));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
