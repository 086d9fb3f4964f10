package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookTickets.Outcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.booking.Refusal;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The event changes between the look at it and the recording, or right after that. */
class BookTicketsOfChangingEventsTest {
  static Stream<Named<Supplier<Fakes>>> stores() {
    return Fakes.ofEachKind();
  }

  private static TicketCounts taken(Fakes fakes, Event event) {
    return fakes.bookings.count(List.of(event.id())).getOrDefault(event.id(), TicketCounts.NONE);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void an_event_that_is_cancelled_before_the_recording_sells_nothing(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.beforeRecord(() -> fakes.cancelElsewhere(event));

    assertThat(Buyer.refusal(new Buyer(fakes).buys(event, 2)))
        .isInstanceOf(Refusal.NotBookable.class);
    assertThat(taken(fakes, event)).isEqualTo(TicketCounts.NONE);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_stale_event_in_the_cache_sells_nothing_more_than_once(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    fakes.cancelElsewhere(event);

    assertThat(Buyer.refusal(new Buyer(fakes).buys(event, 1)))
        .isInstanceOf(Refusal.NotBookable.class);
    assertThat(fakes.reader.find(event.id()).orElseThrow().isPublished()).isFalse();
    assertThat(taken(fakes, event)).isEqualTo(TicketCounts.NONE);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void an_event_that_is_deleted_before_the_recording_sells_nothing(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.beforeRecord(() -> fakes.events.delete(event));

    assertThat(new Buyer(fakes).buys(event, 1)).isNotInstanceOf(Outcome.Booked.class);
    assertThat(taken(fakes, event)).isEqualTo(TicketCounts.NONE);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_place_that_is_cut_off_before_the_recording_is_not_sold(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.hints.seed(event.id(), 5);
    fakes.bookings.beforeRecord(() -> fakes.resizeElsewhere(event, 5));

    assertAnswerMatchesStore(fakes, event, new Buyer(fakes).buys("ada", event, 1));
    assertThat(fakes.bookings.highestPlace(event.id())).isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_place_that_is_cut_off_right_after_the_recording_moves_or_is_given_back(
      Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.hints.seed(event.id(), 5);
    fakes.bookings.afterRecord(() -> fakes.resizeElsewhere(event, 5));

    assertAnswerMatchesStore(fakes, event, new Buyer(fakes).buys("ada", event, 1));
    assertThat(fakes.bookings.highestPlace(event.id())).isLessThanOrEqualTo(5);
  }

  @Test
  void a_price_that_is_changed_before_the_recording_is_the_price_that_is_paid() {
    Fakes fakes = Fakes.judging();
    Event event = fakes.add(AnEvent.published("event-1"));
    Money dearer = new Money(9_900, Money.currency("USD"));
    fakes.bookings.beforeRecord(() -> fakes.repriceElsewhere(event, dearer));

    Booking.Live booking = Buyer.booked(new Buyer(fakes).buys(event, 2));
    assertThat(booking.details().unitPrice()).isEqualTo(dearer);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void nothing_is_sold_at_the_price_of_a_stale_event_in_the_cache(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    Money dearer = new Money(9_900, Money.currency("EUR"));
    fakes.repriceElsewhere(event, dearer);

    switch (new Buyer(fakes).buys(event, 1)) {
      case Outcome.Booked(BookingWithEvent sold) ->
          assertThat(sold.booking().details().unitPrice()).isEqualTo(dearer);
      case Outcome refused ->
          assertThat(taken(fakes, event)).as("%s", refused).isEqualTo(TicketCounts.NONE);
    }
  }

  @Test
  void a_price_that_the_buyer_does_not_expect_is_told_and_nothing_is_sold() {
    Fakes fakes = Fakes.judging();
    Event event = fakes.add(AnEvent.published("event-1"));
    Money price = event.details().price();
    Buyer buyer = new Buyer(fakes);

    assertThat(Buyer.refusal(buyer.buysAt("24.99", event)))
        .isEqualTo(new Refusal.PriceChanged(price));
    assertThat(taken(fakes, event)).isEqualTo(TicketCounts.NONE);
    Buyer.booked(buyer.buysAt("25.0", event));
  }

  @Test
  void an_expected_price_holds_whatever_the_cache_says() {
    Fakes fakes = Fakes.judging();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    Money dearer = new Money(9_900, Money.currency("EUR"));
    fakes.repriceElsewhere(event, dearer);

    assertThat(Buyer.refusal(new Buyer(fakes).buysAt("25", event)))
        .isEqualTo(new Refusal.PriceChanged(dearer));
    assertThat(taken(fakes, event)).isEqualTo(TicketCounts.NONE);
  }

  @Test
  void an_expected_price_that_is_new_is_not_refused_by_a_stale_event_in_the_cache() {
    Fakes fakes = Fakes.judging();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    fakes.repriceElsewhere(event, new Money(9_900, Money.currency("EUR")));

    Buyer.booked(new Buyer(fakes).buysAt("99.00", event));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void an_event_that_is_moved_before_now_sells_nothing(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.reader.find(event.id());
    fakes.moveElsewhere(event, TickingClock.START.plusSeconds(5));
    fakes.clock.advance(Duration.ofSeconds(6));

    assertThat(Buyer.refusal(new Buyer(fakes).buys(event, 1)))
        .isInstanceOf(Refusal.NotBookable.class);
    assertThat(taken(fakes, event)).isEqualTo(TicketCounts.NONE);
  }

  @Test
  void a_shrunk_event_sells_the_places_it_still_has() {
    Fakes fakes = Fakes.judging();
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.hints.seed(event.id(), 5);
    fakes.bookings.beforeRecord(() -> fakes.resizeElsewhere(event, 5));

    Booking.Live booking = Buyer.booked(new Buyer(fakes).buys(event, 2));
    Event now = fakes.events.find(event.id()).orElseThrow();
    assertThat(BookingPolicy.admits(now, booking)).isTrue();
  }

  @Test
  void a_booking_whose_event_is_cancelled_right_after_it_was_recorded_is_taken_back() {
    Fakes fakes = Fakes.lookingAfterwards();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.afterRecord(() -> fakes.cancelElsewhere(event));

    assertThat(Buyer.refusal(new Buyer(fakes).buys(event, 1)))
        .isInstanceOf(Refusal.NotBookable.class);
    assertThat(taken(fakes, event)).isEqualTo(TicketCounts.NONE);
    assertThat(fakes.bookings.liveOfCancelledEvents(10)).isEmpty();
  }

  @Test
  void a_booking_that_was_moved_before_it_could_be_taken_back_stands_on_its_new_place() {
    Fakes fakes = Fakes.lookingAfterwards();
    Event event = fakes.add(AnEvent.published("event-1").places(10));
    fakes.hints.seed(event.id(), 5);
    fakes.bookings.afterRecord(() -> fakes.resizeElsewhere(event, 5));

    assertThat(Buyer.places(new Buyer(fakes).buys(event, 1))).containsExactly(1);
  }

  @Test
  void a_booking_that_was_recorded_before_its_event_is_cancelled_is_left_to_the_cancellation() {
    Fakes fakes = Fakes.judging();
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.afterRecord(() -> fakes.cancelElsewhere(event));

    Booking.Live booking = Buyer.booked(new Buyer(fakes).buys(event, 1));
    assertThat(fakes.bookings.liveOfCancelledEvents(10)).containsExactly(booking);
  }

  /** Whoever is told that they have a booking has one, and nobody else has. */
  private static void assertAnswerMatchesStore(Fakes fakes, Event event, Outcome outcome) {
    boolean booked = outcome instanceof Outcome.Booked;
    assertThat(fakes.bookings.allowancesTaken(event.id(), new UserId("ada")))
        .hasSize(booked ? 1 : 0);
  }
}
