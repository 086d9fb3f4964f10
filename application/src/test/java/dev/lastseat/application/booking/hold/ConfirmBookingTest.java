package dev.lastseat.application.booking.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfirmBookingTest {
  private static final Principal ADA = APrincipal.user("ada");

  private final Fakes fakes = Fakes.open();
  private final ConfirmBooking confirm =
      new ConfirmBooking(fakes.findBooking(), fakes.changes, fakes.clock);
  private final Event event = fakes.add(AnEvent.published("event-1"));
  private final Booking.Pending hold = ABooking.of(event.id(), 1).by(ADA.userId()).pending();

  @BeforeEach
  void record() {
    fakes.bookings.record(hold);
  }

  private Change<BookingWithEvent> confirms(Principal who) {
    return confirm.handle(hold.id(), who);
  }

  @Test
  void a_hold_is_confirmed_by_its_owner() {
    Booking.Confirmed confirmed = hold.confirm(TickingClock.START);

    assertThat(confirms(ADA)).isEqualTo(new Change.Done<>(new BookingWithEvent(confirmed, event)));
    assertThat(fakes.bookings.find(hold.id())).contains(confirmed);
  }

  @Test
  void nobody_else_can_confirm_it_not_even_an_admin() {
    assertThat(confirms(APrincipal.user("eve"))).isEqualTo(new Change.NotFound<>());
    assertThat(confirms(APrincipal.admin("root"))).isEqualTo(new Change.NotFound<>());
    assertThat(confirm.handle(new BookingId("none"), ADA)).isEqualTo(new Change.NotFound<>());
    assertThat(fakes.bookings.find(hold.id())).contains(hold);
  }

  @Test
  void a_hold_cannot_be_confirmed_at_the_very_instant_it_ends() {
    fakes.clock.advance(ABooking.HOLD.minusMillis(1));
    fakes.clock.advance(Duration.ofMillis(1));

    assertThat(confirms(ADA)).isInstanceOf(Change.NotPossible.class);
    assertThat(fakes.bookings.find(hold.id())).contains(hold);
  }

  @Test
  void a_hold_that_ends_after_it_was_found_is_not_confirmed() {
    BookingWithEvent found = new BookingWithEvent(hold, event);
    fakes.clock.advance(ABooking.HOLD);

    assertThat(confirm.sell(found)).isInstanceOf(Change.NotPossible.class);
    assertThat(fakes.bookings.find(hold.id())).contains(hold);
  }

  private void extend() {
    Booking.Pending seen = (Booking.Pending) fakes.bookings.find(hold.id()).orElseThrow();
    fakes.bookings.extend(List.of(seen), seen.expiresAt().plusSeconds(1), fakes.clock.instant());
  }

  private void extendEachTime() {
    extend();
    fakes.bookings.beforeChange(this::extendEachTime);
  }

  @Test
  void a_hold_that_is_extended_meanwhile_is_confirmed() {
    fakes.bookings.beforeChange(this::extend);

    assertThat(confirms(ADA)).isInstanceOf(Change.Done.class);
    assertThat(fakes.bookings.find(hold.id())).containsInstanceOf(Booking.Confirmed.class);
  }

  @Test
  void whoever_is_overtaken_each_time_is_told_so_at_last_and_nothing_is_sold() {
    fakes.bookings.beforeChange(this::extendEachTime);

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> confirms(ADA))
        .withMessage("others change the booking all the time");
    assertThat(fakes.bookings.find(hold.id())).containsInstanceOf(Booking.Pending.class);
  }

  @Test
  void confirming_again_changes_nothing() {
    Change<BookingWithEvent> first = confirms(ADA);
    fakes.clock.advance(ABooking.HOLD);
    assertThat(confirms(ADA)).isEqualTo(first);
  }

  @Test
  void what_never_was_a_hold_cannot_be_confirmed() {
    Booking.Live bought = ABooking.of(event.id(), 2).by(ADA.userId()).using(2).confirmed();
    fakes.bookings.record(bought);
    assertThat(confirm.handle(bought.id(), ADA)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void a_hold_that_ended_cannot_be_confirmed() {
    fakes.clock.advance(ABooking.HOLD);
    fakes.changes.apply(hold, hold.expire(fakes.clock.instant()));
    assertThat(confirms(ADA)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void a_hold_of_a_cancelled_event_cannot_be_confirmed_whatever_the_cache_says() {
    fakes.reader.find(event.id());
    fakes.cancelElsewhere(event);

    assertThat(confirms(ADA)).isEqualTo(new Change.NotBookable<>(NotBookableReason.CANCELLED));
    assertThat(fakes.bookings.find(hold.id())).contains(hold);
  }

  @Test
  void a_hold_cannot_be_confirmed_once_its_event_has_begun() {
    fakes.moveElsewhere(event, TickingClock.START.plus(Duration.ofMinutes(1)));
    fakes.clock.advance(Duration.ofMinutes(1));

    assertThat(confirms(ADA)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void a_hold_is_confirmed_just_before_its_event_begins_wherever_that_was_moved() {
    fakes.moveElsewhere(event, TickingClock.START.plus(Duration.ofMinutes(1)));
    fakes.clock.advance(Duration.ofMinutes(1).minusMillis(1));

    assertThat(confirms(ADA)).isInstanceOf(Change.Done.class);
  }

  @Test
  void a_cancelled_hold_cannot_be_confirmed() {
    fakes.changes.apply(hold, hold.cancel(TickingClock.START, Reason.NOT_GIVEN));

    assertThat(confirms(ADA)).isInstanceOf(Change.NotPossible.class);
  }
}
