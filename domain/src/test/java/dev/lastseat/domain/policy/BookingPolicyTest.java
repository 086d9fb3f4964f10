package dev.lastseat.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookingPolicyTest {
  private static final Instant NOW = TickingClock.START;
  private static final Quantity TWO = new Quantity(2);

  private static Optional<Refusal> judge(Event event, Instant now) {
    return BookingPolicy.judge(event, new TicketRequest(event.id(), TWO), now);
  }

  @Test
  void a_price_is_what_the_buyer_expects_or_is_told() {
    Event event = AnEvent.published("event-1").event();

    for (String same : List.of("25", "25.00", "2.5e1")) {
      assertThat(BookingPolicy.judge(event, expecting(event, same), NOW)).isEmpty();
    }
    for (String other : List.of("24.99", "25.001", "0", "1e30")) {
      assertThat(BookingPolicy.judge(event, expecting(event, other), NOW))
          .contains(new Refusal.PriceChanged(event.details().price()));
    }
  }

  private static TicketRequest expecting(Event event, String price) {
    return new TicketRequest(event.id(), TWO, Optional.of(new BigDecimal(price)), Optional.empty());
  }

  @Test
  void a_published_event_in_the_future_admits_a_booking() {
    assertThat(judge(AnEvent.published("event-1").event(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "PUBLISHED", mode = EnumSource.Mode.EXCLUDE)
  void an_event_that_is_not_on_sale_says_what_it_is(EventStatus status) {
    Event event = AnEvent.with("event-1", status).event();

    assertThat(judge(event, NOW))
        .contains(new Refusal.NotBookable(NotBookableReason.valueOf(status.name())));
  }

  @Test
  void an_event_is_booked_until_the_instant_it_begins() {
    Instant begin = NOW.plus(Duration.ofHours(1));
    Event event = AnEvent.published("event-1").on(begin).event();

    assertThat(judge(event, begin.minusNanos(1))).isEmpty();
    assertThat(judge(event, begin)).containsInstanceOf(Refusal.NotBookable.class);
  }

  @Test
  void nobody_gets_more_in_one_booking_than_one_user_may_have() {
    AnEvent event = AnEvent.published("event-1");

    assertThat(judge(event.perUser(1).event(), NOW)).contains(new Refusal.AllowanceSpent(1));
    assertThat(judge(event.perUser(2).event(), NOW)).isEmpty();
  }

  @Test
  void a_recorded_booking_stands_while_all_its_allowances_are_within_the_limit() {
    AnEvent event = AnEvent.published("event-1");
    Booking.Live booking = ABooking.of(event.id(), 1, 2).using(3, 4).confirmed();

    assertThat(BookingPolicy.admits(event.perUser(4).event(), booking)).isTrue();
    assertThat(BookingPolicy.admits(event.perUser(3).event(), booking)).isFalse();
  }

  @Test
  void a_recorded_booking_stands_while_its_event_is_on_sale_and_has_all_its_places() {
    AnEvent event = AnEvent.published("event-1");
    Booking.Live booking = ABooking.of(event.id(), 2, 7).confirmed();

    assertThat(BookingPolicy.admits(event.places(7).event(), booking)).isTrue();
    assertThat(BookingPolicy.admits(event.places(6).event(), booking)).isFalse();
    assertThat(BookingPolicy.admits(event.event().cancel(NOW), booking)).isFalse();
    assertThat(
            BookingPolicy.admits(AnEvent.with("event-1", EventStatus.COMPLETED).event(), booking))
        .isFalse();
  }

  @Test
  void a_recorded_booking_stands_at_the_price_and_in_the_currency_of_its_event_only() {
    AnEvent event = AnEvent.published("event-1");
    Booking.Live booking = ABooking.of(event.id(), 1).confirmed();
    Money price = booking.details().unitPrice();

    assertThat(BookingPolicy.admits(event.price(price).event(), booking)).isTrue();
    for (Money other :
        List.of(
            new Money(price.minorUnits() + 1, price.currency()),
            new Money(price.minorUnits(), Money.currency("USD")))) {
      assertThat(BookingPolicy.admits(event.price(other).event(), booking)).isFalse();
    }
  }

  @Test
  void a_recorded_booking_stands_only_if_its_event_had_not_begun_when_it_was_made() {
    AnEvent event = AnEvent.published("event-1").on(NOW);
    ABooking booking = ABooking.of(event.id(), 1);

    assertThat(BookingPolicy.admits(event.event(), booking.at(NOW.minusNanos(1)).confirmed()))
        .isTrue();
    assertThat(BookingPolicy.admits(event.event(), booking.at(NOW).confirmed())).isFalse();
  }
}
