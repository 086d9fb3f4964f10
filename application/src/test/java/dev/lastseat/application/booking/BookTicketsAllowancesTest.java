package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.UserId;
import org.junit.jupiter.api.Test;

/** How many tickets one user may have. */
class BookTicketsAllowancesTest {
  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);

  @Test
  void a_second_booking_of_a_user_uses_other_allowances() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(5));
    buyer.buys("ada", event, 2);

    Booking.Live second = Buyer.booked(buyer.buys("ada", event, 3));

    assertThat(second.claim().allowances().ordinals()).containsExactly(3, 4, 5);
  }

  /** It is not refused first, and costs no look at what the user has. */
  @Test
  void a_repeat_buyer_costs_the_store_no_more_than_a_first_one() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(9));
    Booking.Live first = Buyer.booked(buyer.buys("ada", event, 2));
    fakes.bookings.beforeAllowances(
        () -> {
          throw new AssertionError("the allowances were looked up");
        });

    Buyer.booked(buyer.buys("ada", event, 3));
    Buyer.booked(buyer.buys("ada", event, 1));
    fakes.changes.apply(first, first.cancel(TickingClock.START, Reason.NOT_GIVEN));
    Booking.Live again = Buyer.booked(buyer.buys("ada", event, 2));

    assertThat(again.claim().allowances()).isEqualTo(first.claim().allowances());
  }

  @Test
  void an_allowance_that_is_spent_is_spent_for_that_user_and_that_event_only() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(2));
    Event other = fakes.add(AnEvent.published("event-2").perUser(2));
    buyer.buys("ada", event, 1);

    assertThat(buyer.buys("ada", event, 2))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(2)));
    Buyer.booked(buyer.buys("bob", event, 2));
    Buyer.booked(buyer.buys("ada", other, 2));
    Buyer.booked(buyer.buys("ada", event, 1));
    assertThat(buyer.buys("ada", event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(2)));
  }

  @Test
  void a_cancelled_booking_gives_its_allowance_back() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(1));
    Booking.Live first = Buyer.booked(buyer.buys("ada", event, 1));
    fakes.changes.apply(first, first.cancel(TickingClock.START, Reason.NOT_GIVEN));

    Buyer.booked(buyer.buys("ada", event, 1));
  }

  @Test
  void an_overdue_hold_gives_its_allowance_back() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(2));
    Buyer.booked(buyer.holds("ada", event, 2));
    assertThat(buyer.buys("ada", event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(2)));

    fakes.clock.advance(ABooking.HOLD);

    Buyer.booked(buyer.buys("ada", event, 2));
  }

  @Test
  void what_was_taken_before_the_limit_was_lowered_counts_too() {
    Event event = fakes.add(AnEvent.published("event-1").places(20).perUser(10));
    buyer.buys("ada", event, 2);
    Booking.Live second = Buyer.booked(buyer.buys("ada", event, 5));
    buyer.buys("ada", event, 3);
    fakes.changes.apply(second, second.cancel(TickingClock.START, Reason.NOT_GIVEN));
    fakes.limitElsewhere(event, 6);
    fakes.reader.readFromStore(event.id());

    assertThat(buyer.buys("ada", event, 2))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(6)));
    Buyer.booked(buyer.buys("ada", event, 1));
    assertThat(fakes.taken(event)).isEqualTo(6);
  }

  @Test
  void a_limit_that_was_lowered_elsewhere_holds_whatever_the_cache_says() {
    Event event = fakes.add(AnEvent.published("event-1").places(20).perUser(10));
    buyer.buys("ada", event, 5);
    fakes.limitElsewhere(event, 5);

    assertThat(buyer.buys("ada", event, 5)).isNotInstanceOf(SaleOutcome.Granted.class);
    assertThat(fakes.taken(event)).isEqualTo(5);
  }

  @Test
  void a_limit_that_was_raised_elsewhere_holds_whatever_the_cache_says() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(2));
    buyer.buys("ada", event, 2);
    fakes.limitElsewhere(event, 3);

    Buyer.booked(buyer.buys("ada", event, 1));
    assertThat(buyer.buys("ada", event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(3)));
  }

  @Test
  void places_that_a_spent_allowance_leaves_unused_are_given_back_when_the_store_goes_away() {
    Event event = fakes.add(AnEvent.published("event-1").places(4).perUser(4));
    fakes.bookings.record(ABooking.of(event.id(), 4).by("ada").confirmed());
    fakes.bookings.beforeAllowances(fakes.store::goAway);

    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> buyer.buys("ada", event, 3));
    fakes.store.comeBack();
    fakes.bookings.afterFreePlaces(
        () -> {
          throw new AssertionError("searched");
        });
    Buyer.booked(buyer.buys("bob", event, 3));
  }

  @Test
  void an_allowance_that_is_lost_to_another_request_of_the_user_is_replaced() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(2));
    fakes.bookings.beforeRecord(() -> buyer.buys("ada", event, 1));

    Buyer.booked(buyer.buys("ada", event, 1));

    assertThat(fakes.bookings.allowancesTaken(event.id(), new UserId("ada")))
        .containsExactlyInAnyOrder(1, 2);
  }
}
