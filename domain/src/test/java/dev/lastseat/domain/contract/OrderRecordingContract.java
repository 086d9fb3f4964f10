package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recording one order, with nobody else at work. */
interface OrderRecordingContract extends OrdersTest {
  @Test
  default void a_recorded_order_is_found_with_its_bookings_in_their_order() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder order = AnOrder.of(ABooking.of(two.id(), 7, 3), ABooking.of(one.id(), 1));

    assertThat(record(order))
        .isEqualTo(new Recording.Recorded(Map.of(one.id(), one, two.id(), two)));
    OrdersTest.assertWhole(mortal(), order);
    assertThat(stores().count(two).confirmed()).isEqualTo(2);
    assertThat(stores().bookings().freePlaces(one.id(), 3, 3)).containsExactly(2, 3);
  }

  @Test
  default void an_order_of_one_booking_is_an_order() {
    Event event = stores().add(AnEvent.published("event-1"));
    AnOrder order = AnOrder.of(ABooking.of(event.id(), 1));

    recorded(order);
    OrdersTest.assertWhole(mortal(), order);
  }

  @Test
  default void an_order_that_nobody_made_is_not_found() {
    OrdersTest.assertUnseen(mortal(), AnOrder.of(ABooking.of(new EventId("none"), 1)));
    assertThat(mortal().orders().settle(LATER)).isZero();
  }

  @Test
  default void its_bookings_are_listed_like_all_others() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder order = AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 1));
    recorded(order);

    assertThat(stores().bookings().search(of(order.user())).items())
        .containsExactlyInAnyOrderElementsOf(order.bookings());
  }

  @Test
  default void a_booking_of_an_order_is_cancelled_alone() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder order = AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 1));
    Order recorded = recorded(order);
    Booking.Confirmed first = order.bookings().getFirst();
    Booking cancelled = first.cancel(TickingClock.START, Reason.NOT_GIVEN);

    assertThat(stores().bookings().change(first, cancelled)).isTrue();
    assertThat(stores().bookings().find(first.id())).contains(cancelled);
    assertThat(mortal().orders().find(order.id())).contains(recorded);
    Booking.Confirmed last = order.bookings().getLast();
    assertThat(stores().bookings().find(last.id())).contains(last);
  }

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
  default void a_key_that_was_used_answers_its_order() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder first = AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 1));
    Order existing = recorded(first);
    AnOrder again =
        AnOrder.by(
            first.user().value(),
            first.key(),
            ABooking.of(one.id(), 2).using(2),
            ABooking.of(two.id(), 2).using(2));

    assertThat(record(again)).isEqualTo(new Recording.KeyUsed(Optional.of(existing)));
    OrdersTest.assertWhole(mortal(), first);
    assertThat(mortal().orders().find(again.id())).isEmpty();
    assertThat(free(one)).hasSize(99);
  }

  @Test
  default void a_key_is_used_by_an_order_even_when_all_of_its_bookings_are_cancelled() {
    Event one = stores().add(AnEvent.published("event-1"));
    AnOrder first = AnOrder.of(ABooking.of(one.id(), 1));
    Order existing = recorded(first);
    Booking.Confirmed only = first.bookings().getFirst();
    stores().bookings().change(only, only.cancel(TickingClock.START, Reason.EVENT_CHANGED));

    assertThat(record(AnOrder.by(first.user().value(), first.key(), ABooking.of(one.id(), 2))))
        .isEqualTo(new Recording.KeyUsed(Optional.of(existing)));
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
  default void a_booking_alone_of_one_of_its_events_cannot_use_the_key_again() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder order = AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 1));
    recorded(order);
    ABooking alone = ABooking.of(two.id(), 2).by(order.user()).using(2).key(order.key());

    assertThat(stores().bookings().record(alone.confirmed()))
        .isInstanceOfSatisfying(
            Bookings.Recording.KeyUsed.class,
            used -> assertThat(used.existing().details().order()).contains(order.id()));
    assertThat(stores().bookings().find(two.id(), order.user(), order.key()))
        .contains(order.bookings().getLast());
  }

  @Test
  default void two_users_may_choose_the_same_key() {
    Event one = stores().add(AnEvent.published("event-1"));
    AnOrder first = AnOrder.by("ada", ABooking.key(77), ABooking.of(one.id(), 1));
    AnOrder second = AnOrder.by("bob", ABooking.key(77), ABooking.of(one.id(), 2));
    recorded(first);
    recorded(second);

    OrdersTest.assertWhole(mortal(), first);
    OrdersTest.assertWhole(mortal(), second);
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

  /** Either nothing was recorded, or it says by the events that the order should not stand. */
  private void assertNotAdmitted(AnOrder order, EventId not) {
    switch (record(order)) {
      case Recording.NotAdmitted(EventId event) -> {
        assertThat(event).isEqualTo(not);
        OrdersTest.assertUnseen(mortal(), order);
      }
      case Recording.Recorded(Map<EventId, Event> seen) ->
          assertThat(order.bookings())
              .filteredOn(booking -> !admitted(seen, booking))
              .extracting(booking -> booking.details().eventId())
              .containsExactly(not);
      case Recording other -> throw new AssertionError("unexpected: " + other);
    }
  }

  private static boolean admitted(Map<EventId, Event> seen, Booking.Confirmed booking) {
    return Optional.ofNullable(seen.get(booking.details().eventId()))
        .filter(event -> BookingPolicy.admits(event, booking))
        .isPresent();
  }

  private static BookingQuery of(UserId user) {
    return new BookingQuery(
        Optional.of(user),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new PageRequest.Numbered(1, 10));
  }
}
