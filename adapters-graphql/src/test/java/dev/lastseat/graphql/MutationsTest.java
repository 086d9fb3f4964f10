package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bookings and orders are made, confirmed and cancelled. */
class MutationsTest {
  private static final String KEY = "0198c0de-0000-4000-8000-000000000001";
  private static final Optional<Principal> ANNA = Optional.of(APrincipal.user("anna"));

  private final Stage stage = new Stage();

  @BeforeEach
  void open() {
    stage.add(AnEvent.published("event-1").places(5));
    stage.add(AnEvent.published("event-2").places(1));
  }

  private Reply book(String arguments) {
    return stage.ask(
        ANNA,
        "mutation { book(idempotencyKey: \"%s\", %s) { id status quantity } }"
            .formatted(KEY, arguments));
  }

  @Test
  void a_request_that_is_sent_again_is_answered_with_the_booking_that_it_made() {
    Reply booked = book("eventId: \"event-1\", quantity: 2").good();
    Reply again = book("eventId: \"event-1\", quantity: 2").good();

    assertThat(booked.at("book/status")).isEqualTo("confirmed");
    assertThat(again.at("book/id")).isEqualTo(booked.at("book/id"));
    assertThat(book("eventId: \"event-1\", quantity: 3").codes())
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void what_a_mutation_does_is_caused_by_whoever_asked_for_it() {
    Cause asked = new Cause(new Actor("user:anna"), "request-7");
    asked.run(() -> book("eventId: \"event-1\"").good());

    assertThat(new FakeFactLog(stage.store).after(0, 100).getLast().fact().cause())
        .isEqualTo(asked);
  }

  @Test
  void what_is_held_can_be_confirmed_and_cancelled_and_is_listed() {
    String id = book("eventId: \"event-1\", hold: true").good().text("book/id");

    Reply confirmed =
        stage.ask(ANNA, "mutation { confirm(id: \"" + id + "\") { status expiresAt } }").good();
    Reply cancelled =
        stage
            .ask(
                ANNA,
                """
                mutation { cancel(id: "%s", reason: "The event was cancelled") {
                  cancellationReason } }
                """
                    .formatted(id))
            .good();
    Reply listed =
        stage
            .ask(ANNA, "{ bookings(first: 5, status: cancelled) { edges { node { id } } } }")
            .good();

    assertThat(confirmed.at("confirm/status")).isEqualTo("confirmed");
    assertThat(cancelled.at("cancel/cancellationReason")).isEqualTo("The event was cancelled.");
    assertThat(listed.at("bookings/edges/0/node/id")).isEqualTo(id);
  }

  @Test
  void tickets_are_given_back_by_their_numbers_or_so_many_of_them_once_for_each_key() {
    String id = book("eventId: \"event-1\", quantity: 4").good().text("book/id");
    String two = "count: 2, idempotencyKey: \"" + KEY + "\"";

    assertThat(returned(id, "tickets: [1]").good().at("returnTickets/places"))
        .asInstanceOf(LIST)
        .hasSize(3);
    assertThat(returned(id, "tickets: [1]").good().at("returnTickets/places"))
        .asInstanceOf(LIST)
        .hasSize(3);
    Reply last = returned(id, two).good();
    assertThat(last.at("returnTickets/returns/0/tickets")).isEqualTo(List.of(1));
    assertThat(last.at("returnTickets/returns/1/tickets")).isEqualTo(List.of(3, 4));
    assertThat(last.text("returnTickets/returns/1/refund")).isEqualTo("50.00");
    assertThat(last.text("returnTickets/returns/1/fee")).isEqualTo("0.00");
    assertThat(last.at("returnTickets/places")).asInstanceOf(LIST).hasSize(1);
    assertThat(returned(id, two).good().body()).isEqualTo(last.body());

    assertThat(returned(id, "count: 1, idempotencyKey: \"" + KEY + "\"").codes())
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
    assertThat(returned(id, "tickets: [5]").message())
        .isEqualTo("tickets must be 1 to 4, and 5 is not.");
    for (String wrong :
        List.of("count: 1", "tickets: []", "tickets: [2, 2]", "tickets: [2], count: 1")) {
      assertThat(returned(id, wrong).codes()).as(wrong).containsExactly("VALIDATION_ERROR");
    }
    String other = UUID.randomUUID().toString();
    assertThat(returned(id, "count: 2, idempotencyKey: \"" + other + "\"").codes())
        .containsExactly("CONFLICT");
  }

  private Reply returned(String id, String arguments) {
    return stage.ask(
        ANNA,
        """
        mutation { returnTickets(id: "%s", %s) {
          status places returns { tickets refund fee } total { standing returned } } }
        """
            .formatted(id, arguments));
  }

  @Test
  void an_order_is_given_back_as_a_whole() {
    String order =
        stage
            .ask(
                ANNA,
                """
                mutation { order(idempotencyKey: "%s", items: [
                    { eventId: "event-1", quantity: 1 }, { eventId: "event-2", quantity: 1 }]) { id } }
                """
                    .formatted(KEY))
            .good()
            .text("order/id");
    String cancel =
        "mutation { cancelOrder(id: \"%s\", reason: \"ill\") { bookings { status"
            + " cancellationReason } } }";

    Reply cancelled = stage.ask(ANNA, cancel.formatted(order)).good();

    assertThat(cancelled.at("cancelOrder/bookings/1/status")).isEqualTo("cancelled");
    assertThat(cancelled.at("cancelOrder/bookings/0/cancellationReason")).isEqualTo("ill");
    assertThat(stage.ask(ANNA, cancel.formatted(order)).good().body()).isEqualTo(cancelled.body());
    assertThat(stage.ask(ANNA, cancel.formatted("gone")).codes()).containsExactly("NOT_FOUND");
  }

  @Test
  void a_refusal_has_the_code_and_the_words_of_the_http_contract() {
    assertThat(book("eventId: \"gone\"").message()).isEqualTo("The event was not found.");
    assertThat(book("eventId: \"event-2\", quantity: 2").message())
        .isEqualTo("Only 1 ticket is left.");
    Reply dearer = book("eventId: \"event-1\", expectedPrice: 0.5");
    assertThat(dearer.codes()).containsExactly("PRICE_CHANGED");
    assertThat(dearer.message()).startsWith("A ticket costs ");
    assertThat(book("eventId: \"event-1\", quantity: 11").codes())
        .containsExactly("VALIDATION_ERROR");
  }

  @Test
  void an_order_is_all_or_nothing_and_an_error_names_the_item() {
    String order =
        """
        mutation { order(idempotencyKey: "%s", items: [
            { eventId: "event-1", quantity: 1 }, { eventId: "event-2", quantity: %d }]) {
          id totals { amount currency } bookings { event { id availability { availableTickets } } } } }
        """;

    Reply refused = stage.ask(ANNA, order.formatted(KEY, 2));
    Reply placed = stage.ask(ANNA, order.formatted(KEY, 1)).good();
    Reply found =
        stage
            .ask(ANNA, "{ order(id: \"" + placed.at("order/id") + "\") { bookings { id } } }")
            .good();

    assertThat(refused.codes()).containsExactly("SOLD_OUT");
    assertThat(refused.field()).isEqualTo("items[1].eventId");
    assertThat(placed.at("order/bookings/1/event/availability/availableTickets")).isEqualTo(0);
    assertThat((List<?>) found.at("order/bookings")).hasSize(2);
  }

  @Test
  void what_went_wrong_is_told_by_the_id_of_the_request_alone() {
    stage.meanwhile =
        () -> {
          throw new IllegalStateException("a bug");
        };

    Reply reply = book("eventId: \"event-1\"");

    assertThat(reply.codes()).containsExactly("INTERNAL_ERROR");
    assertThat(reply.message())
        .isEqualTo("Something went wrong here. Quote the id request-1 to report it.");
  }

  @Test
  void a_store_that_is_away_is_told_and_nothing_of_why() {
    stage.takeAway();

    Reply reply = book("eventId: \"event-1\"");

    assertThat(reply.codes()).containsExactly("SERVICE_UNAVAILABLE");
    assertThat(reply.body().toString()).doesNotContain("away").doesNotContain("Exception");
  }
}
