package dev.lastseat.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.APasskey;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.ProviderEvent;
import dev.lastseat.domain.payment.ProviderState;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Call;
import dev.lastseat.http.Contract;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.request.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the contract shows as an example is one. */
class ExamplesTest extends ServerTest {
  /**
   * Bodies that are understood, but hold what only the server or an authenticator can make, or are
   * for what is bought, where the bookings here are held.
   */
  private static final Map<String, Integer> REFUSED =
      Map.of(
          "refreshSession", 401,
          "verifyEmail", 400,
          "resetPassword", 400,
          "addPasskey", 400,
          "returnTickets", 409,
          "receivePaymentEvent", 401,
          "logInWithPasskey", 401);

  private final Contract contract = new Contract();

  @Test
  void every_body_has_an_example_and_so_has_every_answer() {
    for (Route route : Contract.routes()) {
      JsonNode operation = contract.operation(route);
      assertThat(hasExamples(operation.path("requestBody"))).as(route.toString()).isTrue();
      for (JsonNode response : operation.path("responses")) {
        assertThat(hasExamples(response)).as(route.toString()).isTrue();
      }
    }
  }

  @Test
  void every_example_is_what_its_schema_says() {
    for (JsonNode content : contract.document().findValues("content")) {
      for (JsonNode media : content) {
        for (JsonNode example : contract.examples(media)) {
          assertThat(contract.errors(media.path("schema"), example))
              .as(example.toString())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void every_example_of_a_value_is_what_its_schema_says() {
    for (JsonNode schema : contract.document().findParents("examples")) {
      if (schema.path("examples").isArray()) {
        for (JsonNode example : schema.path("examples")) {
          assertThat(contract.errors(schema, example)).as(schema.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  void every_example_is_shown_somewhere() {
    List<String> references = contract.document().findValuesAsText("$ref");
    contract
        .document()
        .at("/components/examples")
        .fieldNames()
        .forEachRemaining(name -> assertThat(references).contains("#/components/examples/" + name));
  }

  /** In the order of the routes: who registers can log in. Each by somebody who did nothing yet. */
  @Test
  void every_example_of_a_body_can_be_sent_as_it_stands() {
    add(AnEvent.published(event()).price(new Money(2_550, Money.currency("EUR"))));
    token("somebody");
    token(nextOrganiser(), Role.ORGANISER);
    letIn();
    pay();

    for (Route route : Contract.routes()) {
      JsonNode operation = contract.operation(route);
      for (var media : contract.media(operation.path("requestBody")).entrySet()) {
        for (JsonNode example : contract.examples(media.getValue())) {
          UserId user = userWithPassword();
          String admin =
              house.tokens.issue(user, Role.ADMIN, APrincipal.session(user.value())).value();
          Reply reply =
              call(route, user, admin).send(method(route), media.getKey(), example.toString());
          reply.is(
              REFUSED.getOrDefault(operation.path("operationId").asText(), success(operation)));
          assertThat(contract.errors(route, reply)).as(route.toString()).isEmpty();
        }
      }
    }
  }

  /** Whoever the example of a mistake is about. */
  private void letIn() {
    JsonNode list = contract.document().at("/components/examples/CheckinList/value/data");
    JsonNode in = contract.document().at("/components/examples/LetIn/value/data");
    CheckinListId id = new CheckinListId(list.path("id").asText());
    Instant now = house.clock.instant();
    house.checkins.add(
        new CheckinList(
            id,
            new EventId(event()),
            "North gate",
            false,
            Optional.empty(),
            Optional.empty(),
            now));
    TicketId ticket = TicketId.parse(in.path("ticket").asText());
    Scan scan =
        new Scan(
            Scan.Kind.ENTRY,
            "scan-0",
            now,
            in.path("by").asText(),
            Optional.of(in.path("device").asText()));
    house.checkins.change(Optional.empty(), Checkin.first(id, ticket, scan));
  }

  /** What the example of a refund is about. */
  private void pay() {
    JsonNode payment = contract.document().at("/components/examples/RefundedPayment/value/data");
    PaymentId id =
        new PaymentId(payment.path("provider").asText(), payment.path("reference").asText());
    Money amount = new Money(5_100, Money.currency("EUR"));
    house.payments.add(
        Payment.first(
            new ProviderEvent.Moved(id, ProviderState.CAPTURED, amount, Optional.empty()),
            house.clock.instant()));
  }

  private String event() {
    return contract.document().at("/components/examples/PublishedEvent/value/data/id").asText();
  }

  private String nextOrganiser() {
    return contract
        .document()
        .at("/components/schemas/HandOver/properties/organiserId/example")
        .asText();
  }

  /** The password is that of the examples. */
  private UserId userWithPassword() {
    String json = "{'email':'%s@example.com','password':'correct horse','name':'Admin'}";
    String unused = "user-" + house.random.nextLong();
    Reply registered = api("/auth/register").send("POST", json.formatted(unused)).is(201);
    return new UserId(registered.text("/user/id"));
  }

  private Call call(Route route, UserId user, String token) {
    UUID key = new UUID(house.random.nextLong(), house.random.nextLong());
    String path =
        path(route.path(), user, token)
            .replace("{number}", "1")
            .replace("{provider}/{reference}", "stripe/pi_1");
    return api(path).as(token).with("If-Match", "*").with("Idempotency-Key", key.toString());
  }

  /** To something that is there. */
  private String path(String path, UserId user, String token) {
    int end = path.indexOf("/{id}");
    if (end < 0) {
      return path;
    }
    String id =
        switch (path.substring(0, end)) {
          case "/events" -> event();
          case "/bookings" ->
              book(token, "{'eventId':'%s'}".formatted(event())).is(201).text("/id");
          case "/orders" ->
              order(token, "{'items':[{'eventId':'%s','quantity':1}]}".formatted(event()))
                  .is(201)
                  .text("/id");
          case "/users" -> "somebody";
          case "/webhooks" -> {
            house.webhooks.add(AWebhook.of(user, user.value()));
            yield user.value();
          }
          case "/auth/passkeys" -> {
            house.passkeys.add(APasskey.of(user, user.value()));
            yield APasskey.id(user.value()).value();
          }
          default -> throw new AssertionError("nothing is there for " + path);
        };
    return path.replace("{id}", id);
  }

  private static String method(Route route) {
    return route.method().name();
  }

  private static int success(JsonNode operation) {
    List<String> statuses = new ArrayList<>();
    operation.path("responses").fieldNames().forEachRemaining(statuses::add);
    return statuses.stream()
        .filter(status -> status.startsWith("2"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }

  private boolean hasExamples(JsonNode described) {
    return contract.media(described).values().stream()
        .noneMatch(media -> contract.examples(media).isEmpty());
  }
}
