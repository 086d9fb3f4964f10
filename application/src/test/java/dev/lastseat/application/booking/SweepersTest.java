package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.cancel.CancelBookingsOfCancelledEvents;
import dev.lastseat.application.booking.hold.ExpireHolds;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Expiring holds, and cancelling the bookings of cancelled events. */
class SweepersTest {
  private final Fakes fakes = Fakes.open();
  private final ExpireHolds expire = new ExpireHolds(fakes.bookings, fakes.changes, fakes.clock);
  private final CancelBookingsOfCancelledEvents cancel =
      new CancelBookingsOfCancelledEvents(fakes.bookings, fakes.changes, fakes.clock);
  private final Event event = fakes.add(AnEvent.published("event-1").places(2_000));

  private <B extends Booking.Live> B recorded(B booking) {
    fakes.bookings.record(booking);
    return booking;
  }

  @Test
  void holds_expire_when_they_are_overdue_and_not_before() {
    Booking.Pending hold = recorded(ABooking.of(event.id(), 1).pending());
    Booking.Live sold = recorded(ABooking.of(event.id(), 2).confirmed());
    assertThat(expire.handle()).isZero();

    fakes.clock.advance(ABooking.HOLD);

    assertThat(expire.handle()).isEqualTo(1);
    assertThat(fakes.bookings.find(hold.id())).contains(hold.expire(hold.expiresAt()));
    assertThat(fakes.bookings.find(sold.id())).contains(sold);
    assertThat(expire.handle()).isZero();
  }

  @Test
  void a_clock_that_jumps_an_hour_forward_and_back_ends_each_hold_once() {
    Booking.Pending hold = recorded(ABooking.of(event.id(), 1).pending());
    fakes.clock.advance(Duration.ofHours(1));
    assertThat(expire.handle()).isEqualTo(1);
    Booking.Pending ahead =
        recorded(ABooking.of(event.id(), 1).at(fakes.clock.instant()).pending());
    fakes.clock.advance(Duration.ofHours(-1));

    assertThat(expire.handle()).isZero();
    assertThat(fakes.bookings.find(hold.id())).contains(hold.expire(hold.expiresAt()));
    assertThat(fakes.bookings.change(hold, hold.confirm(fakes.clock.instant()))).isFalse();

    fakes.clock.advance(Duration.ofHours(1).plus(ABooking.HOLD).minusMillis(1));
    assertThat(expire.handle()).isZero();
    assertThat(fakes.bookings.find(ahead.id())).contains(ahead);
    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(expire.handle()).isEqualTo(1);
  }

  @Test
  void more_overdue_holds_than_one_batch_expire_in_one_go() {
    int holds = BookingChanges.BATCH + 1;
    for (int place = 1; place <= holds; place++) {
      recorded(ABooking.of(event.id(), place).pending());
    }
    fakes.clock.advance(ABooking.HOLD);

    assertThat(expire.handle()).isEqualTo(holds);
    assertThat(fakes.bookings.highestPlace(event.id())).isZero();
  }

  @RepeatedTest(3)
  void of_several_sweepers_each_hold_is_expired_by_one() {
    for (int place = 1; place <= 50; place++) {
      recorded(ABooking.of(event.id(), place).pending());
    }
    fakes.clock.advance(ABooking.HOLD);

    List<Integer> expired = Race.of(4, _ -> expire.handle());

    assertThat(expired.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
  }

  @Test
  void all_live_bookings_of_a_cancelled_event_are_cancelled_with_that_reason() {
    Event other = fakes.add(AnEvent.published("event-2"));
    Booking.Live elsewhere = recorded(ABooking.of(other.id(), 1).confirmed());
    Booking.Live sold = recorded(ABooking.of(event.id(), 1).confirmed());
    Booking.Live hold = recorded(ABooking.of(event.id(), 2).pending());
    assertThat(cancel.handle()).isZero();

    fakes.cancelElsewhere(event);

    assertThat(cancel.handle()).isEqualTo(2);
    for (Booking.Live booking : List.of(sold, hold)) {
      assertThat(fakes.bookings.find(booking.id()))
          .contains(booking.cancel(TickingClock.START, Reason.EVENT_CANCELLED));
    }
    assertThat(fakes.bookings.find(elsewhere.id())).contains(elsewhere);
    assertThat(cancel.handle()).isZero();
  }

  /** A million places of a sale that will never go on are a lot to remember. */
  @Test
  void nothing_is_remembered_of_the_places_of_a_cancelled_event() {
    fakes.hints.seed(event.id(), 3);
    recorded(ABooking.of(event.id(), 1, 2).confirmed());
    fakes.cancelElsewhere(event);

    cancel.handle();

    assertThat(fakes.hints.suggest(event.id(), 2_000, new Quantity(1)))
        .isEqualTo(new Suggestion.Unseeded());
  }

  @Test
  void a_hold_that_was_over_before_its_event_was_cancelled_stays_expired() {
    Booking.Pending hold = recorded(ABooking.of(event.id(), 1).pending());
    fakes.clock.advance(ABooking.HOLD);
    fakes.cancelElsewhere(event);

    assertThat(cancel.handle()).isEqualTo(1);
    assertThat(fakes.bookings.find(hold.id())).contains(hold.expire(hold.expiresAt()));
  }

  @Test
  void what_a_late_sweep_expires_is_not_taken_off_a_count_that_left_it_out() {
    recorded(ABooking.of(event.id(), 1, 2).pending());
    fakes.clock.advance(ABooking.HOLD);
    assertThat(fakes.shown(event).availability().heldTickets()).isZero();

    expire.handle();

    assertThat(fakes.shown(event).availability().heldTickets()).isZero();
    assertThat(fakes.shown(event).availability().availableTickets()).isEqualTo(2_000);
  }
}
