package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Giving some of the tickets of a booking back. */
interface ReturnsContract extends StoreTest {
  Instant SOON = TickingClock.START.plusSeconds(60);
  Return TWO =
      new Return(
          List.of(1, 3),
          new Money(250, Money.currency("EUR")),
          SOON,
          Optional.of(new UUID(0x4000, 0x8000_0000_0000_0001L)));

  @Test
  default void what_is_given_back_is_free_at_once_and_the_rest_stands() {
    Event event = stores().add(AnEvent.published("event-1").places(4));
    Booking.Confirmed sold = stores().sold(event, 1, 2, 3, 4);
    Booking less = sold.giveBack(TWO);

    assertThat(stores().bookings().change(sold, less)).isTrue();

    Booking.Confirmed found = (Booking.Confirmed) stores().bookings().find(sold.id()).orElseThrow();
    assertThat(found).isEqualTo(less);
    assertThat(found.claim().places()).isEqualTo(Places.of(2, 4));
    assertThat(found.returns().list()).containsExactly(TWO);
    assertThat(stores().bookings().freePlaces(event.id(), 4, 10)).containsExactly(1, 3);
    assertThat(stores().count(event)).isEqualTo(new TicketCounts(2, 0));
    assertThat(stores().bookings().allowancesTaken(event.id(), sold.details().userId()))
        .containsExactlyInAnyOrder(2, 4);
  }

  @Test
  default void what_was_given_back_can_be_bought_again_by_the_same_user_too() {
    Event event = stores().add(AnEvent.published("event-1").places(4).perUser(4));
    Booking.Confirmed sold = stores().sold(event, 1, 2, 3, 4);
    stores().bookings().change(sold, sold.giveBack(TWO));
    ABooking again = ABooking.of(event.id(), 1, 3).by(sold.details().userId());

    assertThat(stores().bookings().record(again.using(1, 2).confirmed()))
        .isEqualTo(new Recording.AllowanceSpent());
    assertThat(stores().bookings().record(again.using(1, 3).confirmed()))
        .isEqualTo(new Recording.Recorded());
    assertThat(stores().count(event)).isEqualTo(new TicketCounts(4, 0));
  }

  @Test
  default void a_return_that_was_decided_by_what_is_not_so_any_more_changes_nothing() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Confirmed sold = stores().sold(event, 1, 2, 3);
    Booking less = ABooking.returned(sold, SOON, 2);
    stores().bookings().change(sold, less);

    assertThat(stores().bookings().change(sold, ABooking.returned(sold, SOON, 2))).isFalse();
    assertThat(stores().bookings().change(sold, sold.cancel(SOON, Reason.NOT_GIVEN))).isFalse();
    assertThat(stores().bookings().find(sold.id())).contains(less);
  }

  @Test
  default void the_last_tickets_cancel_the_booking_which_knows_all_that_was_given_back() {
    Event event = stores().add(AnEvent.published("event-1").places(3));
    Booking.Confirmed sold = stores().sold(event, 1, 2, 3);
    Booking.Confirmed less = (Booking.Confirmed) sold.giveBack(TWO);
    stores().bookings().change(sold, less);
    Booking nothing = ABooking.returned(less, SOON.plusMillis(1), 2);

    assertThat(stores().bookings().change(less, nothing)).isTrue();

    assertThat(nothing).isInstanceOf(Booking.Cancelled.class);
    assertThat(stores().bookings().find(sold.id())).contains(nothing);
    assertThat(stores().count(event)).isEqualTo(TicketCounts.NONE);
  }

  @RepeatedTest(5)
  default void of_many_returns_of_a_booking_each_ticket_is_given_back_once() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Confirmed sold = stores().sold(event, 1, 2, 3, 4, 5, 6, 7, 8);

    Race.of(24, i -> returned(sold, i % 8 + 1));

    Booking.Cancelled gone = (Booking.Cancelled) stores().bookings().find(sold.id()).orElseThrow();
    assertThat(gone.returns().list()).hasSize(8).allMatch(one -> one.tickets().size() == 1);
    assertThat(stores().count(event)).isEqualTo(TicketCounts.NONE);
  }

  /** Until the ticket is given back, by whomever. */
  private boolean returned(Booking.Confirmed sold, int ticket) {
    Booking now = stores().bookings().find(sold.id()).orElseThrow();
    while (now instanceof Booking.Confirmed standing && standing.tickets().contains(ticket)) {
      if (stores().bookings().change(standing, ABooking.returned(standing, SOON, ticket))) {
        return true;
      }
      now = stores().bookings().find(sold.id()).orElseThrow();
    }
    return false;
  }

  @RepeatedTest(5)
  default void of_a_return_and_the_end_of_the_whole_booking_exactly_one_is_first() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Confirmed sold = stores().sold(event, 1, 2);
    List<Booking> next =
        List.of(
            ABooking.returned(sold, SOON, 1),
            sold.cancel(SOON, Reason.NOT_GIVEN),
            sold.cancel(SOON, Reason.EVENT_CANCELLED));

    List<Boolean> happened =
        Race.of(9, i -> stores().bookings().change(sold, next.get(i % next.size())));

    assertThat(happened).containsOnlyOnce(true);
    assertThat(stores().bookings().find(sold.id()))
        .contains(next.get(happened.indexOf(true) % next.size()));
  }

  @RepeatedTest(5)
  default void a_hold_is_bought_before_anything_of_it_is_given_back() {
    Event event = stores().add(AnEvent.published("event-1"));
    Booking.Pending held = stores().held(event, 1, 2);
    Booking.Confirmed bought = held.confirm(TickingClock.START);
    Booking less = ABooking.returned(bought, SOON, 2);

    List<Boolean> happened =
        Race.of(
            2,
            i ->
                i == 0
                    ? stores().bookings().change(held, bought)
                    : stores().bookings().change(bought, less));

    assertThat(happened.getFirst()).isTrue();
    assertThat(stores().bookings().find(held.id())).contains(happened.getLast() ? less : bought);
  }

  @RepeatedTest(5)
  default void an_event_that_shrinks_moves_what_stands_and_nothing_that_was_given_back() {
    Event event = stores().add(AnEvent.published().places(6));
    Booking.Confirmed sold = stores().sold(event, 4, 5, 6);
    Event shrunk = EventChangesContract.resized(event, 3);

    List<Object> happened =
        Race.of(
            2,
            i ->
                i == 0
                    ? stores().events().update(shrunk)
                    : stores().bookings().change(sold, ABooking.returned(sold, SOON, 2)));

    assertThat(happened.getFirst()).isEqualTo(new Update.Updated());
    Booking.Confirmed stands =
        (Booking.Confirmed) stores().bookings().find(sold.id()).orElseThrow();
    assertThat(stands.claim().places().within(3)).isTrue();
    assertThat(stands.tickets())
        .isEqualTo(happened.getLast().equals(true) ? List.of(1, 3) : List.of(1, 2, 3));
    assertThat(stores().count(event).taken()).isEqualTo(stands.tickets().size());
  }

  @RepeatedTest(5)
  default void a_place_that_is_given_back_is_sold_to_one_other_at_the_most() {
    Event event = stores().add(AnEvent.published("event-1").places(2));
    Booking.Confirmed sold = stores().sold(event, 1, 2);

    List<Boolean> done =
        Race.of(
            4,
            i ->
                i == 0
                    ? stores().bookings().change(sold, ABooking.returned(sold, SOON, 1))
                    : stores().bookings().record(ABooking.of(event.id(), 1).confirmed())
                        instanceof Recording.Recorded);

    assertThat(done.getFirst()).isTrue();
    assertThat(done.subList(1, 4)).filteredOn(granted -> granted).hasSizeBetween(0, 1);
    assertThat(stores().bookings().find(sold.id()).orElseThrow())
        .matches(it -> ((Booking.Live) it).claim().allowances().equals(new Allowances(List.of(2))));
  }
}
