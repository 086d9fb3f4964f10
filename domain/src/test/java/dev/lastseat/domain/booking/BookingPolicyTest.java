package dev.lastseat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.BookingPolicy.Verdict;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookingPolicyTest {
  private static final Instant NOW = TickingClock.START;
  private static final Quantity TWO = new Quantity(2);

  @Test
  void a_published_event_in_the_future_admits_a_booking() {
    assertThat(BookingPolicy.judge(AnEvent.published("event-1").event(), TWO, NOW))
        .isEqualTo(new Verdict.Admitted());
  }

  @ParameterizedTest
  @EnumSource(names = "PUBLISHED", mode = EnumSource.Mode.EXCLUDE)
  void an_event_that_is_not_on_sale_says_what_it_is(EventStatus status) {
    Event event = AnEvent.with("event-1", status).event();

    assertThat(BookingPolicy.judge(event, TWO, NOW))
        .isEqualTo(
            new Verdict.NotBookable("The event is " + status.word() + " and cannot be booked."));
  }

  @Test
  void an_event_is_booked_until_the_instant_it_begins() {
    Instant begin = NOW.plus(Duration.ofHours(1));
    Event event = AnEvent.published("event-1").on(begin).event();

    assertThat(BookingPolicy.judge(event, TWO, begin.minusNanos(1)))
        .isEqualTo(new Verdict.Admitted());
    assertThat(BookingPolicy.judge(event, TWO, begin)).isInstanceOf(Verdict.NotBookable.class);
  }

  @Test
  void nobody_gets_more_in_one_booking_than_one_user_may_have() {
    AnEvent event = AnEvent.published("event-1");

    assertThat(BookingPolicy.judge(event.perUser(1).event(), TWO, NOW))
        .isEqualTo(new Verdict.OverAllowance(1));
    assertThat(BookingPolicy.judge(event.perUser(2).event(), TWO, NOW))
        .isEqualTo(new Verdict.Admitted());
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
    assertThat(BookingPolicy.admits(event.event().complete(NOW), booking)).isFalse();
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
