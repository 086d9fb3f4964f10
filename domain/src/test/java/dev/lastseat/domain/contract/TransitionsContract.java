package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.sale.Bookings.Transition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Taking bookings from one state to the next. */
interface TransitionsContract extends StoreTest {
  Instant SOON = TickingClock.START.plusSeconds(60);
  Instant LATER = TickingClock.START.plus(ABooking.HOLD);

  @Test
  default void a_hold_is_extended_as_long_as_it_has_the_end_that_was_seen() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending hold = stores().held(event, 1, 2);
    Instant later = hold.expiresAt().plusSeconds(60);

    assertThat(stores().bookings().extend(List.of(hold), later, TickingClock.START)).isEqualTo(1);
    assertThat(stores().bookings().extend(List.of(hold), later, TickingClock.START)).isZero();
    Booking.Pending extended = new Booking.Pending(hold.details(), hold.claim(), later);
    assertThat(stores().bookings().find(hold.id())).contains(extended);
    assertThat(stores().bookings().change(hold, hold.expire(hold.expiresAt()))).isFalse();
    assertThat(stores().bookings().overdue(hold.expiresAt(), 10)).isEmpty();
    assertThat(stores().bookings().overdue(later, 10)).containsExactly(extended);
  }

  @Test
  default void where_nothing_is_to_be_changed_nothing_is() {
    assertThat(stores().bookings().extend(List.of(), LATER, TickingClock.START)).isZero();
    assertThat(stores().bookings().changeAll(List.of())).isEmpty();
  }

  @Test
  default void of_an_extension_and_the_end_of_a_hold_exactly_one_happens() {
    for (int run = 0; run < 20; run++) {
      Event event = stores().add(AnEvent.published());
      Booking.Pending hold = stores().held(event, 1);
      Instant later = hold.expiresAt().plusSeconds(60);
      List<Boolean> happened =
          Race.of(
              2,
              racer ->
                  racer == 0
                      ? stores().bookings().extend(List.of(hold), later, TickingClock.START) == 1
                      : stores().bookings().change(hold, hold.expire(hold.expiresAt())));
      assertThat(happened).containsOnlyOnce(true);
    }
  }

  @Test
  default void a_confirmed_hold_is_found_confirmed_and_keeps_its_places() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending held = stores().held(event, 4, 5);
    Booking.Confirmed confirmed = held.confirm(SOON);

    assertThat(stores().bookings().change(held, confirmed)).isTrue();
    assertThat(stores().bookings().find(held.id())).contains(confirmed);
    assertThat(stores().bookings().highestPlace(event.id())).isEqualTo(5);
  }

  @Test
  default void a_cancelled_booking_is_found_with_its_reason_and_holds_nothing() {
    Event event = stores().add(AnEvent.published("event-1").places(2));
    Booking.Live sold = stores().sold(event, 1, 2);
    Booking cancelled = sold.cancel(SOON, new Reason("The cat is ill: 'so sorry'"));

    assertThat(stores().bookings().change(sold, cancelled)).isTrue();
    assertThat(stores().bookings().find(sold.id())).contains(cancelled);
    assertThat(stores().bookings().freePlaces(event.id(), 2, 10)).containsExactly(1, 2);
    assertThat(stores().bookings().allowancesTaken(event.id(), sold.details().userId())).isEmpty();
  }

  @Test
  default void a_cancelled_hold_was_never_confirmed_and_an_expired_one_says_when() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending one = stores().held(event, 1);
    Booking.Pending two = stores().held(event, 2);
    stores().bookings().change(one, one.cancel(SOON, Reason.NOT_GIVEN));
    stores().bookings().change(two, two.expire(LATER));

    assertThat(stores().bookings().find(one.id())).contains(one.cancel(SOON, Reason.NOT_GIVEN));
    assertThat(stores().bookings().find(two.id())).contains(two.expire(LATER));
  }

  @Test
  default void a_booking_that_is_not_as_it_was_seen_does_not_change() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending held = stores().held(event, 1);
    Booking.Confirmed confirmed = held.confirm(SOON);
    stores().bookings().change(held, confirmed);

    assertThat(stores().bookings().change(held, held.expire(LATER))).isFalse();
    assertThat(stores().bookings().find(held.id())).contains(confirmed);
  }

  @Test
  default void a_booking_on_other_places_than_were_seen_does_not_change() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Confirmed sold = stores().sold(event, 1);
    Booking.Live elsewhere = ABooking.moved(sold, Places.of(2));

    assertThat(stores().bookings().change(elsewhere, elsewhere.cancel(SOON, Reason.NOT_GIVEN)))
        .isFalse();
    assertThat(stores().bookings().find(sold.id())).contains(sold);
  }

  @Test
  default void what_is_over_stays_over_and_what_is_unknown_stays_unknown() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Live sold = stores().sold(event, 1);
    Booking.Live unknown = ABooking.of(new EventId("event-1"), 2).confirmed();
    Booking cancelled = sold.cancel(SOON, Reason.NOT_GIVEN);
    stores().bookings().change(sold, cancelled);

    assertThat(stores().bookings().change(sold, sold.cancel(LATER, Reason.EVENT_CANCELLED)))
        .isFalse();
    assertThat(stores().bookings().find(sold.id())).contains(cancelled);
    assertThat(stores().bookings().change(unknown, unknown.cancel(SOON, Reason.NOT_GIVEN)))
        .isFalse();
    assertThat(stores().bookings().find(unknown.id())).isEmpty();
  }

  @Test
  default void of_many_transitions_each_has_an_outcome_of_its_own() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending one = stores().held(event, 1);
    Booking.Pending two = stores().held(event, 2);
    Booking.Pending three = stores().held(event, 3);
    stores().bookings().change(two, two.confirm(SOON));
    var transitions =
        List.of(
            new Transition(one, one.expire(LATER)),
            new Transition(two, two.expire(LATER)),
            new Transition(three, three.expire(LATER)));

    assertThat(stores().bookings().changeAll(transitions))
        .containsExactlyInAnyOrder(transitions.getFirst(), transitions.getLast());
    assertThat(stores().bookings().find(one.id())).contains(one.expire(LATER));
    assertThat(stores().bookings().find(two.id())).contains(two.confirm(SOON));
    assertThat(stores().bookings().changeAll(List.of())).isEmpty();
  }

  @RepeatedTest(5)
  default void of_confirming_cancelling_and_expiring_a_hold_exactly_one_happens() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending held = stores().held(event, 1);
    List<Booking> next =
        List.of(held.confirm(SOON), held.cancel(SOON, Reason.NOT_GIVEN), held.expire(LATER));

    List<Boolean> happened =
        Race.of(12, i -> stores().bookings().change(held, next.get(i % next.size())));

    assertThat(happened).containsOnlyOnce(true);
    assertThat(stores().bookings().find(held.id()))
        .contains(next.get(happened.indexOf(true) % next.size()));
  }

  @RepeatedTest(5)
  default void a_place_that_is_given_back_while_others_want_it_is_given_to_one_of_them_at_most() {
    Event event = stores().add(AnEvent.published("event-1").places(1));
    Booking.Live sold = stores().sold(event, 1);
    List<Booking.Live> wanted =
        List.of(
            ABooking.of(event.id(), 1).confirmed(),
            ABooking.of(event.id(), 1).confirmed(),
            ABooking.of(event.id(), 1).pending());

    List<Boolean> done =
        Race.of(
            wanted.size() + 1,
            i ->
                i == wanted.size()
                    ? stores().bookings().change(sold, sold.cancel(SOON, Reason.NOT_GIVEN))
                    : stores().bookings().record(wanted.get(i)) instanceof Recording.Recorded);

    assertThat(done.getLast()).isTrue();
    assertThat(done.subList(0, wanted.size())).filteredOn(granted -> granted).hasSizeBetween(0, 1);
    assertThat(stores().count(event).taken())
        .isEqualTo(
            (int) done.subList(0, wanted.size()).stream().filter(granted -> granted).count());
  }
}
