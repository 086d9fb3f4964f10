package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.graphql.query.Documents;
import dev.lastseat.graphql.request.Sender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much one request may ask for, and what it costs. */
class LimitsTest {
  private static final Optional<Principal> ANNA = Optional.of(APrincipal.user("anna"));

  private final Stage stage = new Stage();

  @Test
  void a_list_of_fifty_events_and_bookings_with_their_availability_takes_four_calls_of_the_store() {
    for (int i = 0; i < 50; i++) {
      stage.add(AnEvent.published("event-" + i));
      book("event-" + i);
    }
    stage.calls.clear();
    stage.clock.advance(Duration.ofMinutes(1)); // past all caches

    Reply reply =
        stage
            .ask(
                ANNA,
                """
                { events(first: 50) { edges { node { id bookable availability { availableTickets } } } }
                  bookings(first: 50) { edges { node {
                    id event { id availability { availableTickets } notBookableReason } } } } }
                """)
            .good();

    assertThat((List<?>) reply.at("bookings/edges")).hasSize(50);
    assertThat(stage.calls)
        .containsExactlyInAnyOrder(
            "Events.search", "Bookings.count", "Bookings.search", "Events.findAll");
  }

  private void book(String event) {
    stage
        .ask(
            ANNA,
            "mutation { book(idempotencyKey: \"%s\", eventId: \"%s\") { id } }"
                .formatted(new UUID(0, event.hashCode()), event))
        .good();
  }

  @Test
  void a_list_of_orders_with_bookings_events_and_buyers_takes_five_calls_of_the_store() {
    Optional<Principal> sam = Optional.of(APrincipal.with("sam", Role.STAFF));
    stage.users.add(AUser.named("sam"));
    for (int i = 0; i < 9; i++) {
      stage.add(AnEvent.published("event-" + i));
      String order =
          "mutation { order(idempotencyKey: \"%s\", items: [{ eventId: \"event-%d\", quantity: 1"
              + " }]) { id } }";
      stage.ask(sam, order.formatted(new UUID(0, i), i)).good();
    }
    stage.clock.advance(Duration.ofMinutes(1));
    stage.calls.clear();

    Reply reply =
        stage
            .ask(
                sam,
                """
                { orders(first: 9) { edges { node { id totals { amount } bookings {
                    id event { name availability { asOf } } buyer { id name email } } } } } }
                """)
            .good();

    assertThat((List<?>) reply.at("orders/edges")).hasSize(9);
    assertThat(reply.at("orders/edges/8/node/bookings/0/buyer/email")).isEqualTo("sam@example.com");
    assertThat(stage.calls)
        .containsExactlyInAnyOrder(
            "Orders.search",
            "Bookings.findAll",
            "Events.findAll",
            "Users.findAll",
            "Bookings.count");
  }

  @Test
  void the_availability_of_many_bookings_alone_is_counted_at_once() {
    for (int i = 0; i < 9; i++) {
      stage.add(AnEvent.published("event-" + i));
      book("event-" + i);
    }
    stage.clock.advance(Duration.ofMinutes(1));
    stage.calls.clear();

    stage
        .ask(ANNA, "{ bookings(first: 9) { edges { node { event { availability { asOf } } } } } }")
        .good();

    assertThat(stage.calls)
        .containsExactlyInAnyOrder("Bookings.search", "Events.findAll", "Bookings.count");
  }

  @Test
  void what_is_too_much_is_refused_before_anything_is_read() {
    List<String> queries =
        List.of(
            "{ events(first: 100) { edges { node { availability { asOf } } } } b: bookings(first:"
                + " 100) { edges { node { event { availability { asOf } } } } } c: bookings(first:"
                + " 100) { edges { node { event { availability { asOf } } } } } d: bookings(first:"
                + " 100) { edges { node { event { availability { asOf } } } } } }",
            "{ " + aliases(21) + "}",
            "{ event(id: \"1\") { " + "id ".repeat(1_001) + "} }",
            "{ event(id: \"" + "x".repeat(10_000) + "\") { id } }");
    for (String query : queries) {
      Reply reply = stage.ask(ANNA, query);

      assertThat(reply.isRefused()).as(query).isTrue();
      assertThat(reply.codes()).as(query).containsOnly("VALIDATION_ERROR");
    }
    assertThat(stage.calls).isEmpty();
    assertThat(stage.ask(ANNA, queries.getFirst()).message())
        .isEqualTo(
            "The query may come to 1100 things (first times what is in it); 1000 are allowed.");
    assertThat(stage.ask(ANNA, queries.get(1)).message())
        .isEqualTo("The query has 21 aliases; 20 are allowed.");
  }

  private static String aliases(int count) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < count; i++) {
      fields.append("a%d: event(id: \"1\") { id } ".formatted(i));
    }
    return fields.toString();
  }

  @Test
  void a_list_says_how_many_of_it_are_wanted_and_that_is_a_hundred_at_the_most() {
    for (String first : List.of("0", "101", "-1")) {
      Reply reply = stage.ask(ANNA, "{ events(first: " + first + ") { edges { node { id } } } }");

      assertThat(reply.message()).isEqualTo("first must be 1 to 100.");
    }
    assertThat(stage.ask(ANNA, "{ events { edges { node { id } } } }").isRefused()).isTrue();
  }

  @Test
  void a_request_costs_as_many_requests_as_it_is_worth_before_anything_is_read() {
    assertThat(cost("{ event(id: \"1\") { id availability { asOf } } }")).containsExactly(1);
    assertThat(cost("{ events(first: 100) { edges { node { availability { asOf } } } } }"))
        .containsExactly(2);
    assertThat(cost("mutation { a: confirm(id: \"1\") { id } b: confirm(id: \"2\") { id } }"))
        .containsExactly(2);
    assertThat(cost("{ nothing }")).isEmpty();

    stage.calls.clear();
    assertThatThrownBy(
            () ->
                stage.ask(
                    ANNA,
                    Map.of("query", "{ event(id: \"1\") { id } }"),
                    _ -> {
                      throw new IllegalStateException("too many");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("too many");
    assertThat(stage.calls).isEmpty();
  }

  private List<Integer> cost(String query) {
    List<Integer> costs = new ArrayList<>();
    stage.ask(ANNA, Map.of("query", query), costs::add);
    return costs;
  }

  @Test
  void what_takes_too_long_is_not_read_on() {
    stage.add(AnEvent.published("event-1"));
    stage.meanwhile = () -> stage.clock.advance(Sender.PATIENCE.plusMillis(1));

    Reply reply =
        stage.ask(ANNA, "{ a: event(id: \"event-1\") { id } b: event(id: \"event-2\") { id } }");

    assertThat(reply.at("a/id")).isEqualTo("event-1");
    assertThat(reply.codes()).containsExactly("SERVICE_UNAVAILABLE");
    assertThat(stage.calls).doesNotHaveDuplicates();
  }

  @Test
  void a_clock_that_is_put_back_an_hour_lets_nothing_be_read_on_for_so_long() {
    stage.meanwhile = () -> stage.clock.advance(Duration.ofHours(-1));

    Reply reply =
        stage.ask(ANNA, "{ a: event(id: \"event-1\") { id } b: event(id: \"event-2\") { id } }");

    assertThat(reply.codes()).contains("SERVICE_UNAVAILABLE");
  }

  @Test
  void the_schema_can_be_asked_for_only_where_that_is_wanted() {
    String query = "{ __schema { types { name fields { name type { ofType { name } } } } } }";

    Reply refused = stage.ask(ANNA, query);

    assertThat(refused.codes()).isNotEmpty();
    assertThat(refused.body().toString()).doesNotContain("Availability");
    assertThat(
            new Stage(new GraphqlSettings(true, Optional.empty())).ask(ANNA, query).good().body())
        .asString()
        .contains("Availability");
  }

  @Test
  void where_documents_are_kept_no_others_are_run(@TempDir Path folder) throws Exception {
    String known = "{ event(id: \"event-1\") { id } }";
    Files.writeString(folder.resolve("event.graphql"), known);
    Stage trusting = new Stage(new GraphqlSettings(false, Optional.of(Documents.in(folder))));
    trusting.add(AnEvent.published("event-1"));

    String id = "sha256:af2b5badb7d92d4dc6a15bced138fd41b37f93054a9af02e10162299ebbd4622";
    Reply run = trusting.ask(ANNA, Map.of("documentId", id)).good();

    assertThat(run.at("event/id")).isEqualTo("event-1");
    for (Map<String, Object> other :
        List.<Map<String, Object>>of(
            Map.of("query", known), Map.of("documentId", "sha256:00"), Map.of())) {
      Reply refused = trusting.ask(ANNA, other);
      assertThat(refused.isRefused()).isTrue();
      assertThat(refused.message())
          .isEqualTo("documentId must be sha256: and the SHA-256 of a document known here.");
    }
  }

  @Test
  void a_folder_without_documents_is_no_folder_of_documents(@TempDir Path folder) {
    assertThatThrownBy(() -> Documents.in(folder)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Documents.in(folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_no_request_is_named() {
    for (Map<String, Object> request :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("query", 7),
            Map.of("query", "{ __typename }", "variables", "x"),
            Map.of("query", "{ __typename }", "operation", "x"))) {
      assertThat(stage.ask(ANNA, request).codes()).containsExactly("VALIDATION_ERROR");
    }
  }
}
