package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Recording one order, with nobody else at work. */
interface OrderRecordingContract extends OrdersTest {
  @Test
  default void a_recorded_order_is_found_with_its_bookings_in_their_order() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder order = AnOrder.of(ABooking.of(two.id(), 7, 3), ABooking.of(one.id(), 1));

    assertThat(record(order)).isEqualTo(new Recording.Recorded());
    OrdersTest.assertWhole(mortal(), order);
    assertThat(stores().count(two).confirmed()).isEqualTo(2);
    assertThat(stores().bookings().freePlaces(one.id(), 3, 3)).containsExactly(2, 3);
  }

  @Test
  default void a_held_order_is_found_with_its_holds_which_expire_like_others() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder order = AnOrder.held(ABooking.of(two.id(), 7, 3), ABooking.of(one.id(), 1));

    assertThat(record(order)).isEqualTo(new Recording.Recorded());
    OrdersTest.assertWhole(mortal(), order);
    assertThat(stores().count(two).held()).isEqualTo(2);
    Instant end = TickingClock.START.plus(ABooking.HOLD);
    assertThat(stores().bookings().overdue(end.minusMillis(1), 10)).isEmpty();
    assertThat(stores().bookings().overdue(end, 10).stream().map(it -> (Booking.Live) it))
        .containsExactlyInAnyOrderElementsOf(order.bookings());
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

    assertThat(stores().bookings().search(of(order.user()), TickingClock.START).items())
        .containsExactlyInAnyOrderElementsOf(order.bookings());
  }

  @Test
  default void a_booking_of_an_order_is_cancelled_alone() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    AnOrder order = AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 1));
    Order recorded = recorded(order);
    Booking.Live first = order.bookings().getFirst();
    Booking cancelled = first.cancel(TickingClock.START, Reason.NOT_GIVEN);

    assertThat(stores().bookings().change(first, cancelled)).isTrue();
    assertThat(stores().bookings().find(first.id())).contains(cancelled);
    assertThat(mortal().orders().find(order.id())).contains(recorded);
    Booking.Live last = order.bookings().getLast();
    assertThat(stores().bookings().find(last.id())).contains(last);
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
    Booking.Live only = first.bookings().getFirst();
    stores().bookings().change(only, only.cancel(TickingClock.START, Reason.EVENT_CANCELLED));

    assertThat(record(AnOrder.by(first.user().value(), first.key(), ABooking.of(one.id(), 2))))
        .isEqualTo(new Recording.KeyUsed(Optional.of(existing)));
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
  default void its_key_is_used_for_every_other_event_as_well() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    Event other = stores().add(AnEvent.published("event-3"));
    AnOrder order = AnOrder.of(ABooking.of(one.id(), 1), ABooking.of(two.id(), 1));
    Order existing = recorded(order);
    ABooking alone = ABooking.of(other.id(), 1).by(order.user()).key(order.key());
    AnOrder second = AnOrder.by(order.user().value(), order.key(), ABooking.of(other.id(), 2));

    assertThat(stores().bookings().record(alone.confirmed()))
        .isInstanceOf(Bookings.Recording.KeyUsed.class);
    assertThat(record(second)).isEqualTo(new Recording.KeyUsed(Optional.of(existing)));
    assertThat(free(other)).hasSize(100);
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

  private static BookingQuery of(UserId user) {
    return BookingQuery.all(new PageRequest.Numbered(1, 10)).of(Set.of(user));
  }
}
