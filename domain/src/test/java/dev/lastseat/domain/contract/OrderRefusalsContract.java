package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders that cannot be recorded, of which nothing may stay, with nobody else at work. */
interface OrderRefusalsContract extends OrdersTest {
  @Test
  default void of_an_order_that_shares_one_place_with_a_booking_nothing_is_there() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    stores().sold(two, 4);
    AnOrder order = AnOrder.of(ABooking.of(one.id(), 1, 2), ABooking.of(two.id(), 3, 4));

    assertThat(record(order)).isEqualTo(new Recording.PlaceTaken(two.id()));
    OrdersTest.assertUnseen(mortal(), order);
    assertThat(free(one)).hasSize(100);
    assertThat(free(two)).hasSize(99);
    recorded(AnOrder.by("ada", order.key(), ABooking.of(one.id(), 1, 2)));
  }

  @Test
  default void a_ticket_number_is_given_once() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    ABooking wanted = ABooking.of(two.id(), 1);
    stores().recorded(ABooking.of(two.id(), 9).confirmed(wanted.ticketNumber()));
    AnOrder order = AnOrder.of(ABooking.of(one.id(), 1), wanted);

    assertThat(record(order)).isEqualTo(new Recording.PlaceTaken(two.id()));
    OrdersTest.assertGone(mortal(), order);
  }

  @Test
  default void of_an_order_that_needs_an_allowance_twice_nothing_is_there() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    stores().recorded(ABooking.of(two.id(), 1).by("ada").using(2).confirmed());
    AnOrder order =
        AnOrder.by("ada", ABooking.key(77), ABooking.of(one.id(), 1), ABooking.of(two.id(), 3, 4));

    assertThat(record(order)).isEqualTo(new Recording.AllowanceSpent(two.id()));
    OrdersTest.assertUnseen(mortal(), order);
    assertThat(stores().bookings().allowancesTaken(one.id(), order.user())).isEmpty();
    assertThat(free(one)).hasSize(100);
  }

  @Test
  default void a_key_under_which_one_of_the_events_was_booked_alone_is_used() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    ABooking alone = ABooking.of(two.id(), 1).by("ada");
    stores().recorded(alone.confirmed());
    AnOrder order =
        AnOrder.by("ada", alone.key(), ABooking.of(one.id(), 1), ABooking.of(two.id(), 2).using(2));

    assertThat(record(order)).isEqualTo(new Recording.KeyUsed(Optional.empty()));
    OrdersTest.assertUnseen(mortal(), order);
    assertThat(free(one)).hasSize(100);
  }

  @Test
  default void a_key_under_which_any_other_event_was_booked_alone_is_used() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    ABooking alone = ABooking.of(two.id(), 1).by("ada");
    stores().recorded(alone.confirmed());
    AnOrder order = AnOrder.by("ada", alone.key(), ABooking.of(one.id(), 1));

    assertThat(record(order)).isEqualTo(new Recording.KeyUsed(Optional.empty()));
    OrdersTest.assertUnseen(mortal(), order);
    assertThat(free(one)).hasSize(100);
  }

  @ParameterizedTest
  @EnumSource(names = "PUBLISHED", mode = EnumSource.Mode.EXCLUDE)
  default void an_order_with_an_event_that_is_not_on_sale_is_not_admitted(EventStatus status) {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.with("event-2", status));

    assertNotAdmitted(AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 1)), two.id());
  }

  @Test
  default void an_order_with_a_place_beyond_the_end_is_not_admitted() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2").places(2));

    assertNotAdmitted(AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 3)), two.id());
  }

  @Test
  default void an_order_with_an_event_that_is_gone_is_not_admitted() {
    Event one = stores().add(AnEvent.published("event-1"));
    EventId never = new EventId("never");

    assertNotAdmitted(AnOrder.of(ABooking.of(never, 1), ABooking.of(one.id(), 1)), never);
  }

  private void assertNotAdmitted(AnOrder order, EventId not) {
    assertThat(record(order)).isEqualTo(new Recording.NotAdmitted(not));
    OrdersTest.assertUnseen(mortal(), order);
  }
}
