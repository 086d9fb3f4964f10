package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookTicketsTest {
  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);

  @Test
  void a_hold_never_outlives_the_beginning_of_its_event() {
    Instant begin = TickingClock.START.plus(Duration.ofMinutes(1));
    Event soon = fakes.add(AnEvent.published("soon").on(begin));
    Event later = fakes.add(AnEvent.published("later").on(begin.plus(ABooking.HOLD)));

    assertThat(Buyer.booked(buyer.holds("ada", soon, 1))).extracting("expiresAt").isEqualTo(begin);
    assertThat(Buyer.booked(buyer.holds("ada", later, 1)))
        .extracting("expiresAt")
        .isEqualTo(TickingClock.START.plus(ABooking.HOLD));
  }

  @Test
  void tickets_are_sold_at_once() {
    Event event = fakes.add(AnEvent.published("event-1"));

    SaleOutcome<BookingWithEvent> outcome = buyer.buys("ada", event, 2);

    Booking.Live booking = Buyer.booked(outcome);
    assertThat(outcome)
        .isEqualTo(new SaleOutcome.Granted<>(new BookingWithEvent(booking, event), false));
    assertThat(booking).isInstanceOf(Booking.Confirmed.class);
    assertThat(booking.claim().places().ordinals()).containsExactly(1, 2);
    assertThat(booking.details().unitPrice()).isEqualTo(event.details().price());
    assertThat(fakes.bookings.find(booking.id())).contains(booking);
  }

  @Test
  void a_hold_ends_when_its_time_has_run() {
    Event event = fakes.add(AnEvent.published("event-1"));

    assertThat(Buyer.booked(buyer.holds("ada", event, 1)))
        .isInstanceOfSatisfying(
            Booking.Pending.class,
            hold -> assertThat(hold.expiresAt()).isEqualTo(TickingClock.START.plus(ABooking.HOLD)));
  }

  @Test
  void an_event_that_is_unknown_is_not_found() {
    Event never = AnEvent.published("event-1").event();

    assertThat(buyer.buys(never, 1))
        .isEqualTo(new SaleOutcome.Refused<>(never.id(), new Refusal.EventNotFound()));
  }

  @Test
  void a_draft_is_no_more_to_be_found_than_an_event_that_is_unknown() {
    Event draft = fakes.add(AnEvent.draft("event-1"));

    assertThat(buyer.buys(draft, 1))
        .isEqualTo(new SaleOutcome.Refused<>(draft.id(), new Refusal.EventNotFound()));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"DRAFT", "PUBLISHED"},
      mode = EnumSource.Mode.EXCLUDE)
  void an_event_that_is_not_on_sale_cannot_be_booked(EventStatus status) {
    Event event = fakes.add(AnEvent.with("event-1", status));

    assertThat(Buyer.refusal(buyer.buys(event, 1))).isInstanceOf(Refusal.NotBookable.class);
  }

  @Test
  void an_event_cannot_be_booked_from_the_instant_it_begins() {
    Event event =
        fakes.add(AnEvent.published("event-1").on(TickingClock.START.plus(Duration.ofHours(1))));

    fakes.clock.advance(Duration.ofHours(1).minusMillis(1));
    Buyer.booked(buyer.buys(event, 1));
    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(Buyer.refusal(buyer.buys(event, 1))).isInstanceOf(Refusal.NotBookable.class);
  }

  @Test
  void more_tickets_than_one_user_may_have_are_refused() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(2));

    assertThat(buyer.buys(event, 3))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(2)));
  }

  @Test
  void nobody_is_refused_by_a_cached_event_that_is_published_meanwhile() {
    Event draft = fakes.add(AnEvent.draft("event-1"));
    fakes.reader.find(draft.id());
    fakes.events.update(draft.publish(TickingClock.START));

    Buyer.booked(buyer.buys(draft, 1));
  }

  @Test
  void a_sale_adds_to_the_availability_that_is_shown() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.availability.get(List.of(event.id()), fakes::count);

    buyer.buys(event, 2);
    buyer.holds("ada", event, 3);

    var shown =
        fakes.availability.get(
            List.of(event.id()),
            _ -> {
              throw new AssertionError("counted again");
            });
    assertThat(shown.values()).extracting("counts").containsExactly(new TicketCounts(2, 3));
  }

  @Test
  void a_store_that_is_away_is_no_answer_and_no_booking() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.store.goAway();
    assertThatThrownBy(() -> buyer.buys(event, 1)).isInstanceOf(StoreUnavailable.class);

    fakes.store.comeBack();
    assertThat(fakes.bookings.highestPlace(event.id())).isZero();
    Buyer.booked(buyer.buys(event, 1));
  }
}
