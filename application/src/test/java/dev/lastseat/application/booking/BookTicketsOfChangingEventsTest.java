package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The event changes between the look at it and the recording, or right after that. */
class BookTicketsOfChangingEventsTest {
  private final Fakes fakes = Fakes.open();

  private TicketCounts taken(Event event) {
    return fakes.count(List.of(event.id())).getOrDefault(event.id(), TicketCounts.NONE);
  }

  @Test
  void an_event_that_is_cancelled_before_the_recording_sells_nothing() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.beforeRecord(() -> fakes.cancelElsewhere(event));

    assertThat(Buyer.refusal(new Buyer(fakes).buys(event, 2)))
        .isInstanceOf(Refusal.NotBookable.class);
    assertThat(taken(event)).isEqualTo(TicketCounts.NONE);
  }

  @Test
  void a_stale_event_in_the_cache_sells_nothing_more_than_once() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    fakes.cancelElsewhere(event);

    assertThat(Buyer.refusal(new Buyer(fakes).buys(event, 1)))
        .isInstanceOf(Refusal.NotBookable.class);
    assertThat(fakes.reader.find(event.id()).orElseThrow().isPublished()).isFalse();
    assertThat(taken(event)).isEqualTo(TicketCounts.NONE);
  }

  @Test
  void an_event_that_is_deleted_before_the_recording_sells_nothing() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.beforeRecord(() -> fakes.events.delete(event, TickingClock.START));

    assertThat(new Buyer(fakes).buys(event, 1)).isNotInstanceOf(SaleOutcome.Granted.class);
    assertThat(taken(event)).isEqualTo(TicketCounts.NONE);
  }

  @Test
  void a_place_that_is_cut_off_before_the_recording_is_not_sold() {
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.hints.seed(event.id(), 5);
    fakes.bookings.beforeRecord(() -> fakes.resizeElsewhere(event, 5));

    assertAnswerMatchesStore(event, new Buyer(fakes).buys("ada", event, 1));
    assertThat(fakes.bookings.highestPlace(event.id())).isLessThanOrEqualTo(5);
  }

  @Test
  void a_place_that_is_cut_off_right_after_the_recording_moves_or_is_given_back() {
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.hints.seed(event.id(), 5);
    fakes.bookings.afterRecord(() -> fakes.resizeElsewhere(event, 5));

    assertAnswerMatchesStore(event, new Buyer(fakes).buys("ada", event, 1));
    assertThat(fakes.bookings.highestPlace(event.id())).isLessThanOrEqualTo(5);
  }

  @Test
  void a_price_that_is_changed_before_the_recording_is_the_price_that_is_paid() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Money dearer = new Money(9_900, Money.currency("USD"));
    fakes.bookings.beforeRecord(() -> fakes.repriceElsewhere(event, dearer));

    Booking.Live booking = Buyer.booked(new Buyer(fakes).buys(event, 2));
    assertThat(booking.details().unitPrice()).isEqualTo(dearer);
  }

  @Test
  void nothing_is_sold_at_the_price_of_a_stale_event_in_the_cache() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    Money dearer = new Money(9_900, Money.currency("EUR"));
    fakes.repriceElsewhere(event, dearer);

    switch (new Buyer(fakes).buys(event, 1)) {
      case SaleOutcome.Granted<BookingWithEvent>(BookingWithEvent sold, _) ->
          assertThat(sold.booking().details().unitPrice()).isEqualTo(dearer);
      case SaleOutcome<BookingWithEvent> refused ->
          assertThat(taken(event)).as("%s", refused).isEqualTo(TicketCounts.NONE);
    }
  }

  @Test
  void a_price_that_the_buyer_does_not_expect_is_told_and_nothing_is_sold() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Money price = event.details().price();
    Buyer buyer = new Buyer(fakes);

    assertThat(Buyer.refusal(buyer.buysAt("24.99", event)))
        .isEqualTo(new Refusal.PriceChanged(price));
    assertThat(taken(event)).isEqualTo(TicketCounts.NONE);
    Buyer.booked(buyer.buysAt("25.0", event));
  }

  @Test
  void an_expected_price_holds_whatever_the_cache_says() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    Money dearer = new Money(9_900, Money.currency("EUR"));
    fakes.repriceElsewhere(event, dearer);

    assertThat(Buyer.refusal(new Buyer(fakes).buysAt("25", event)))
        .isEqualTo(new Refusal.PriceChanged(dearer));
    assertThat(taken(event)).isEqualTo(TicketCounts.NONE);
  }

  @Test
  void an_expected_price_that_is_new_is_not_refused_by_a_stale_event_in_the_cache() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    fakes.repriceElsewhere(event, new Money(9_900, Money.currency("EUR")));

    Buyer.booked(new Buyer(fakes).buysAt("99.00", event));
  }

  @Test
  void an_event_that_is_moved_before_now_sells_nothing() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    fakes.moveElsewhere(event, TickingClock.START.plusSeconds(5));
    fakes.clock.advance(Duration.ofSeconds(6));

    assertThat(Buyer.refusal(new Buyer(fakes).buys(event, 1)))
        .isInstanceOf(Refusal.NotBookable.class);
    assertThat(taken(event)).isEqualTo(TicketCounts.NONE);
  }

  @Test
  void a_shrunk_event_sells_the_places_it_still_has() {
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.hints.seed(event.id(), 5);
    fakes.bookings.beforeRecord(() -> fakes.resizeElsewhere(event, 5));

    Booking.Live booking = Buyer.booked(new Buyer(fakes).buys(event, 2));
    Event now = fakes.events.find(event.id()).orElseThrow();
    assertThat(BookingPolicy.admits(now, booking)).isTrue();
  }

  @Test
  void a_booking_that_was_recorded_before_its_event_is_cancelled_is_left_to_the_cancellation() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.afterRecord(() -> fakes.cancelElsewhere(event));

    Booking.Live booking = Buyer.booked(new Buyer(fakes).buys(event, 1));
    assertThat(fakes.bookings.liveOfCancelledEvents(10)).containsExactly(booking);
  }

  /** Whoever is told that they have a booking has one, and nobody else has. */
  private void assertAnswerMatchesStore(Event event, SaleOutcome<BookingWithEvent> outcome) {
    boolean booked = Buyer.isNew(outcome);
    assertThat(fakes.bookings.allowancesTaken(event.id(), new UserId("ada")))
        .hasSize(booked ? 1 : 0);
  }
}
