package dev.lastseat.application.booking.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.cancel.CancelBooking.Command;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancelBookingTest {
  private static final Principal ADA = APrincipal.user("ada");
  private static final Principal ADMIN = APrincipal.admin("root");
  private static final Reason ILL = new Reason("ill");

  private final Fakes fakes = Fakes.open();
  private final CancelBooking cancel = fakes.cancelBooking();
  private final Event event = fakes.add(AnEvent.published("event-1"));

  private <B extends Booking.Live> B recorded(B booking) {
    fakes.bookings.record(booking);
    return booking;
  }

  private Booking.Confirmed sold() {
    return recorded(ABooking.of(event.id(), 1).by(ADA.userId()).confirmed());
  }

  private Change<BookingWithEvent> cancels(Booking booking, Principal who, Reason reason) {
    return cancel.handle(new Command(booking.id(), who, reason));
  }

  private Change<BookingWithEvent> cancelled(Booking booking) {
    return new Change.Done<>(new BookingWithEvent(booking, event));
  }

  @Test
  void a_booking_is_cancelled_by_its_owner_or_an_admin() {
    Booking.Live one = sold();
    assertThat(cancels(one, ADA, ILL)).isEqualTo(cancelled(one.cancel(TickingClock.START, ILL)));
    Booking.Live other = sold();
    assertThat(cancels(other, ADMIN, ILL))
        .isEqualTo(cancelled(other.cancel(TickingClock.START, ILL)));
  }

  @Test
  void what_is_not_taken_back_any_more_is_cancelled_by_an_admin_only() {
    Instant end = TickingClock.START.plus(Duration.ofDays(1));
    Event strict =
        fakes.add(
            AnEvent.published("event-2")
                .terms(
                    new Terms(
                        Optional.of(ConfirmedBy.BUYER),
                        Optional.empty(),
                        Optional.of(end),
                        Optional.empty())));
    Booking.Live one = recorded(ABooking.of(strict.id(), 1).by(ADA.userId()).confirmed());
    Booking.Live two = recorded(ABooking.of(strict.id(), 2).by(ADA.userId()).using(2).confirmed());

    fakes.clock.advance(Duration.ofDays(1).minusMillis(1));
    assertThat(cancels(one, ADA, ILL)).isInstanceOf(Change.Done.class);
    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(cancels(two, ADA, ILL)).isInstanceOf(Change.NotPossible.class);
    assertThat(cancels(two, ADMIN, ILL)).isInstanceOf(Change.Done.class);
  }

  @Test
  void somebody_elses_booking_does_not_exist() {
    Booking.Live one = sold();

    assertThat(cancels(one, APrincipal.user("eve"), ILL)).isEqualTo(new Change.NotFound<>());
    assertThat(fakes.bookings.find(one.id())).contains(one);
  }

  @Test
  void what_is_cancelled_stays_as_it_is() {
    Booking.Live one = sold();
    cancels(one, ADA, ILL);
    fakes.clock.advance(ABooking.HOLD);

    assertThat(cancels(one, ADA, Reason.NOT_GIVEN))
        .isEqualTo(cancelled(one.cancel(TickingClock.START, ILL)));
  }

  @Test
  void what_expired_cannot_be_cancelled() {
    Booking.Pending hold = recorded(ABooking.of(event.id(), 1).by(ADA.userId()).pending());
    fakes.changes.apply(hold, hold.expire(hold.expiresAt()));

    assertThat(cancels(hold, ADA, ILL)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void once_its_event_has_begun_a_booking_is_cancelled_by_an_admin_only() {
    Booking.Live one = sold();
    fakes.clock.advance(Duration.ofDays(30).minusMillis(1));
    Booking.Live soon = recorded(ABooking.of(event.id(), 2).by("bob").confirmed());
    assertThat(cancels(soon, APrincipal.user("bob"), ILL)).isInstanceOf(Change.Done.class);

    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(cancels(one, ADA, ILL)).isInstanceOf(Change.NotPossible.class);
    assertThat(fakes.bookings.find(one.id())).contains(one);
    assertThat(cancels(one, ADMIN, ILL))
        .isEqualTo(cancelled(one.cancel(fakes.clock.instant(), ILL)));
    assertThat(cancels(one, ADA, ILL)).isInstanceOf(Change.Done.class);
  }

  @Test
  void a_hold_that_is_over_cannot_be_cancelled_although_nobody_wrote_it_down() {
    Booking.Pending hold = recorded(ABooking.of(event.id(), 1).by(ADA.userId()).pending());
    fakes.clock.advance(ABooking.HOLD);

    assertThat(cancels(hold, ADA, ILL)).isInstanceOf(Change.NotPossible.class);
    assertThat(cancels(hold, ADMIN, ILL)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void a_hold_ends_with_the_beginning_of_its_event_wherever_that_was_moved() {
    Booking.Pending hold = recorded(ABooking.of(event.id(), 1).by(ADA.userId()).pending());
    fakes.moveElsewhere(event, fakes.clock.instant().plusSeconds(1));
    fakes.clock.advance(Duration.ofSeconds(1));

    assertThat(cancels(hold, ADA, ILL)).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void a_cancellation_takes_from_the_availability_that_is_shown() {
    Booking.Live one = sold();
    fakes.availability.get(List.of(event.id()), fakes::count);

    cancels(one, ADA, ILL);

    assertThat(fakes.availability.get(List.of(event.id()), fakes::count).values())
        .extracting("counts")
        .containsExactly(TicketCounts.NONE);
  }
}
