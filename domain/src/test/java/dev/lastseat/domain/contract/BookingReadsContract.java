package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counting, and finding what is free, overdue or to be cancelled. */
interface BookingReadsContract extends StoreTest {
  @Test
  default void of_bookings_that_are_asked_for_together_those_that_there_are_are_found() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().sold(event, 1);
    Booking.Live held = stores().held(stores().add(AnEvent.published("event-2")), 1, 2);
    stores().sold(event, 2);

    assertThat(
            stores()
                .bookings()
                .findAll(List.of(held.id(), new BookingId("unknown"), sold.id(), held.id())))
        .isEqualTo(Map.of(held.id(), held, sold.id(), sold));
    assertThat(stores().bookings().findAll(List.of())).isEmpty();
  }

  @Test
  default void sold_and_held_places_are_counted_for_every_event_asked_for() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    Event three = stores().add(AnEvent.published("event-3"));
    stores().sold(one, 1, 2);
    stores().sold(one, 3);
    stores().held(one, 4, 5, 6, 7);
    cancel(stores().sold(two, 1));
    stores().held(two, 2);
    stores().sold(three, 1);

    EventId none = new EventId("none");
    assertThat(stores().bookings().count(List.of(one.id(), two.id(), none), TickingClock.START))
        .containsOnlyKeys(one.id(), two.id(), none)
        .containsEntry(one.id(), new TicketCounts(3, 4))
        .containsEntry(two.id(), new TicketCounts(0, 1))
        .containsEntry(none, TicketCounts.NONE);
    assertThat(stores().bookings().count(List.of(), TickingClock.START)).isEmpty();
  }

  @Test
  default void the_holds_that_a_user_let_expire_are_found_by_event() {
    Event event = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    Instant since = TickingClock.START.minusSeconds(60);
    expire(held(event, 1, since.minusMillis(1)));
    Instant first = expire(held(event, 2, since));
    Instant second = expire(held(event, 3, TickingClock.START));
    Instant elsewhere = expire(held(other, 1, TickingClock.START));
    cancel(held(event, 4, TickingClock.START));
    held(event, 5, TickingClock.START);
    Booking.Pending theirs = ABooking.of(event.id(), 6).by("somebody-else").pending();
    stores().bookings().record(theirs);
    expire(theirs);

    assertThat(expiredHolds(event, since, 9)).containsExactlyInAnyOrder(first, second);
    assertThat(expiredHolds(event, since, 1)).containsExactly(second);
    assertThat(expiredHolds(other, since, 9)).containsExactly(elsewhere);
  }

  private List<Instant> expiredHolds(Event event, Instant since, int limit) {
    return stores().bookings().expiredHolds(event.id(), new UserId("anna"), since, limit);
  }

  private Booking.Pending held(Event event, int place, Instant at) {
    Booking.Pending hold = ABooking.of(event.id(), place).by("anna").at(at).pending();
    stores().bookings().record(hold);
    return hold;
  }

  private Instant expire(Booking.Pending hold) {
    assertThat(stores().bookings().change(hold, hold.expire(hold.expiresAt()))).isTrue();
    return hold.expiresAt();
  }

  @Test
  default void a_hold_is_counted_until_the_very_instant_it_ends() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    Instant end = TickingClock.START.plusSeconds(600);
    stores().recorded(ABooking.of(one.id(), 1, 2).pending(end));
    stores().recorded(ABooking.of(one.id(), 3).pending(end.plusSeconds(1)));
    stores().recorded(ABooking.of(two.id(), 1).pending(end));
    stores().sold(one, 4);

    List<EventId> both = List.of(one.id(), two.id());
    assertThat(stores().bookings().count(both, end.minusMillis(1)))
        .containsEntry(one.id(), new TicketCounts(1, 3))
        .containsEntry(two.id(), new TicketCounts(0, 1));
    assertThat(stores().bookings().count(both, end))
        .containsEntry(one.id(), new TicketCounts(1, 1))
        .containsEntry(two.id(), TicketCounts.NONE);
  }

  @Test
  default void the_allowances_taken_are_those_of_live_bookings_of_the_user_for_the_event() {
    Event event = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    stores().recorded(ABooking.of(event.id(), 1, 2).by("ada").using(2, 5).confirmed());
    cancel(stores().recorded(ABooking.of(event.id(), 3).by("ada").using(1).confirmed()));
    stores().recorded(ABooking.of(event.id(), 4).by("ada").using(7).pending());
    stores().recorded(ABooking.of(event.id(), 5).by("bob").using(3).confirmed());
    stores().recorded(ABooking.of(other.id(), 1).by("ada").using(4).confirmed());

    assertThat(stores().bookings().allowancesTaken(event.id(), new UserId("ada")))
        .containsExactlyInAnyOrder(2, 5, 7);
    assertThat(stores().bookings().allowancesTaken(event.id(), new UserId("eve"))).isEmpty();
  }

  @Test
  default void the_highest_place_is_that_of_a_live_booking_of_the_event() {
    Event event = stores().add(AnEvent.published("event-1"));
    Event other = stores().add(AnEvent.published("event-2"));
    assertThat(stores().bookings().highestPlace(event.id())).isZero();

    stores().sold(event, 2, 9);
    stores().held(event, 10);
    cancel(stores().sold(event, 30));
    stores().sold(other, 50);

    assertThat(stores().bookings().highestPlace(event.id())).isEqualTo(10);
  }

  @Test
  default void free_places_are_exact_whatever_the_gaps() {
    Event event = stores().add(AnEvent.published("event-1").places(12));
    stores().sold(event, 1, 4, 5);
    stores().held(event, 8, 12);
    cancel(stores().sold(event, 2, 11));

    assertThat(free(event, 12, 100)).containsExactly(2, 3, 6, 7, 9, 10, 11);
    assertThat(free(event, 12, 3)).containsExactly(2, 3, 6);
    assertThat(free(event, 12, 7)).hasSize(7);
    assertThat(free(event, 7, 100)).containsExactly(2, 3, 6, 7);
    assertThat(free(event, 1, 100)).isEmpty();
    assertThat(free(event, 14, 100)).endsWith(11, 13, 14);
  }

  @Test
  default void free_places_of_an_event_without_bookings_are_all_and_of_a_full_one_none() {
    Event empty = stores().add(AnEvent.published("event-1").places(3));
    Event full = stores().add(AnEvent.published("event-2").places(3));
    stores().sold(full, 1, 2, 3);

    assertThat(free(empty, 3, 100)).containsExactly(1, 2, 3);
    assertThat(free(full, 3, 100)).isEmpty();
  }

  @Test
  default void a_limited_search_of_a_large_event_finds_its_lowest_free_places() {
    Event event = stores().add(AnEvent.published("event-1").places(1_000_000));
    stores().sold(event, 1, 3, 1_000_000);

    assertThat(free(event, 1_000_000, 4)).containsExactly(2, 4, 5, 6);
  }

  @Test
  default void a_hold_is_overdue_from_its_end_on() {
    Event event = stores().add(AnEvent.published("event-1"));
    Instant end = TickingClock.START.plusSeconds(600);
    Booking.Pending held = stores().recorded(ABooking.of(event.id(), 1).pending(end));

    assertThat(stores().bookings().overdue(end.minusMillis(1), 10)).isEmpty();
    assertThat(stores().bookings().overdue(end, 10)).containsExactly(held);
    assertThat(stores().bookings().overdue(event.id(), end.minusMillis(1), 10)).isEmpty();
    assertThat(stores().bookings().overdue(event.id(), end, 10)).containsExactly(held);
  }

  @Test
  default void overdue_holds_come_with_the_longest_overdue_first_up_to_the_limit() {
    Event one = stores().add(AnEvent.published("event-1"));
    Event two = stores().add(AnEvent.published("event-2"));
    Instant end = TickingClock.START;
    Booking.Pending third =
        stores().recorded(ABooking.of(one.id(), 1).pending(end.minusSeconds(1)));
    Booking.Pending first =
        stores().recorded(ABooking.of(one.id(), 2).pending(end.minusSeconds(3)));
    Booking.Pending second =
        stores().recorded(ABooking.of(two.id(), 1).pending(end.minusSeconds(2)));

    assertThat(stores().bookings().overdue(end, 10)).containsExactly(first, second, third);
    assertThat(stores().bookings().overdue(end, 2)).containsExactly(first, second);
    assertThat(stores().bookings().overdue(one.id(), end, 10)).containsExactly(first, third);
    assertThat(stores().bookings().overdue(one.id(), end, 1)).containsExactly(first);
  }

  @Test
  default void what_is_not_pending_is_never_overdue() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending confirmed = stores().held(event, 1);
    Booking.Pending expired = stores().held(event, 2);
    cancel(stores().held(event, 3));
    stores().sold(event, 4);
    Instant end = confirmed.expiresAt();
    stores().bookings().change(confirmed, confirmed.confirm(end.minusSeconds(1)));
    stores().bookings().change(expired, expired.expire(end));

    assertThat(stores().bookings().overdue(end.plusSeconds(60), 10)).isEmpty();
  }

  @Test
  default void live_bookings_of_cancelled_events_are_found_and_no_others() {
    Event cancelled = stores().add(AnEvent.published("event-1"));
    Event standing = stores().add(AnEvent.published("event-2"));
    Booking.Live sold = stores().sold(cancelled, 1);
    Booking.Live held = stores().held(cancelled, 2);
    cancel(stores().sold(cancelled, 3));
    stores().sold(standing, 1);
    assertThat(stores().bookings().liveOfCancelledEvents(10)).isEmpty();

    stores().events().update(cancelled.cancel(TickingClock.START));

    assertThat(stores().bookings().liveOfCancelledEvents(10)).containsExactlyInAnyOrder(sold, held);
    assertThat(stores().bookings().liveOfCancelledEvents(1)).hasSize(1);
  }

  private void cancel(Booking.Live booking) {
    stores().bookings().change(booking, booking.cancel(TickingClock.START, Reason.NOT_GIVEN));
  }

  private List<Integer> free(Event event, int totalTickets, int limit) {
    return stores().bookings().freePlaces(event.id(), totalTickets, limit);
  }
}
