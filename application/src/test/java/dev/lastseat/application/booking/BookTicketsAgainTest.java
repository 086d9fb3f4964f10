package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.port.StoreUnavailable;
import org.junit.jupiter.api.Test;

/** The same request, sent again. */
class BookTicketsAgainTest {
  private static final IdempotencyKey KEY = ABooking.key(77);

  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);

  private static SaleOutcome<BookingWithEvent> already(Booking booking, Event event) {
    return new SaleOutcome.Granted<>(new BookingWithEvent(booking, event), true);
  }

  @Test
  void a_request_that_was_granted_is_answered_with_its_booking_and_books_nothing() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking first = Buyer.booked(buyer.buys("ada", event, 2, KEY));

    assertThat(buyer.buys("ada", event, 2, KEY)).isEqualTo(already(first, event));
    assertThat(fakes.bookings.highestPlace(event.id())).isEqualTo(2);
    assertThat(Buyer.places(buyer.buys(event, 1))).hasSize(1);
  }

  @Test
  void a_key_that_was_used_for_something_else_is_refused() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Event other = fakes.add(AnEvent.published("event-2"));
    buyer.buys("ada", event, 2, KEY);

    assertThat(buyer.buys("ada", event, 3, KEY)).isEqualTo(new SaleOutcome.KeyReused<>());
    assertThat(buyer.buys("ada", other, 2, KEY)).isEqualTo(new SaleOutcome.KeyReused<>());
    Buyer.booked(buyer.buys("bob", other, 2, KEY));
  }

  @Test
  void a_request_that_was_granted_is_answered_even_when_the_event_is_sold_out() {
    Event event = fakes.add(AnEvent.published("event-1").places(1));
    Booking first = Buyer.booked(buyer.buys("ada", event, 1, KEY));
    assertThat(buyer.buys(event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));

    assertThat(buyer.buys("ada", event, 1, KEY)).isEqualTo(already(first, event));
  }

  @Test
  void a_request_that_was_granted_is_answered_even_when_the_allowance_is_spent() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(1));
    Booking first = Buyer.booked(buyer.buys("ada", event, 1, KEY));

    assertThat(buyer.buys("ada", event, 1, KEY)).isEqualTo(already(first, event));
  }

  @Test
  void a_request_that_was_granted_is_answered_even_when_the_event_is_not_on_sale_any_more() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking first = Buyer.booked(buyer.buys("ada", event, 1, KEY));
    Event cancelled = event.cancel(TickingClock.START);
    fakes.events.update(cancelled);
    fakes.eventCache.forget(event.id());

    assertThat(buyer.buys("ada", event, 1, KEY)).isEqualTo(already(first, cancelled));
  }

  @Test
  void a_request_that_was_granted_is_answered_even_when_the_event_is_gone() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking.Live first = Buyer.booked(buyer.buys("ada", event, 1, KEY));
    Booking cancelled = first.cancel(TickingClock.START, Reason.NOT_GIVEN);
    fakes.changes.apply(first, cancelled);
    fakes.events.delete(event, TickingClock.START);
    fakes.eventCache.forget(event.id());

    assertThat(buyer.buys("ada", event, 1, KEY)).isEqualTo(already(cancelled, event));
  }

  @Test
  void a_booking_that_was_cancelled_since_is_answered_as_it_is_now() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking.Live first = Buyer.booked(buyer.buys("ada", event, 1, KEY));
    Booking cancelled = first.cancel(TickingClock.START, Reason.NOT_GIVEN);
    fakes.changes.apply(first, cancelled);

    assertThat(buyer.buys("ada", event, 1, KEY)).isEqualTo(already(cancelled, event));
  }

  @Test
  void a_request_whose_answer_was_lost_finds_its_booking() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.afterRecord(
        () -> {
          throw new StoreUnavailable("the answer was lost");
        });
    assertThatThrownBy(() -> buyer.buys("ada", event, 1, KEY)).isInstanceOf(StoreUnavailable.class);

    assertThat(buyer.buys("ada", event, 1, KEY)).matches(Buyer::isReplayed);
    assertThat(fakes.bookings.highestPlace(event.id())).isEqualTo(1);
  }

  @Test
  void a_request_that_was_refused_may_be_granted_later_under_the_same_key() {
    Event event = fakes.add(AnEvent.published("event-1").places(1));
    buyer.holds("bob", event, 1);
    assertThat(buyer.buys("ada", event, 1, KEY))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));

    fakes.clock.advance(ABooking.HOLD);

    Buyer.booked(buyer.buys("ada", event, 1, KEY));
  }
}
