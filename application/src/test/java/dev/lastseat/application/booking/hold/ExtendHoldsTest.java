package dev.lastseat.application.booking.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtendHoldsTest {
  private static final Duration MAX = Duration.ofHours(1);
  private static final Principal ORGANISER =
      APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);

  private final Fakes fakes = Fakes.open();
  private final ExtendHolds extend =
      new ExtendHolds(fakes.bookings, fakes.events, fakes.findBooking(), MAX, fakes.clock);
  private final Event event = fakes.add(AnEvent.published("event-1"));
  private final Booking.Pending hold =
      (Booking.Pending) Buyer.booked(new Buyer(fakes).holds("ada", event, 2));

  private Change<BookingWithEvent> extended(Principal by, Instant until) {
    return extend.handle(hold.id(), until, by);
  }

  private Instant end() {
    return ((Booking.Pending) fakes.bookings.find(hold.id()).orElseThrow()).expiresAt();
  }

  private static Instant after(Duration time) {
    return TickingClock.START.plus(time);
  }

  @Test
  void whoever_runs_the_event_lets_a_hold_last_up_to_the_maximum() {
    assertThat(extended(ORGANISER, after(MAX))).isInstanceOf(Change.Done.class);
    assertThat(end()).isEqualTo(after(MAX));
    assertThat(extended(APrincipal.admin("root"), after(MAX.plusMillis(1))))
        .isInstanceOf(Change.NotPossible.class);
    assertThat(end()).isEqualTo(after(MAX));
  }

  @Test
  void its_buyer_does_not_and_to_others_it_does_not_exist() {
    assertThat(extended(APrincipal.user("ada"), after(MAX))).isEqualTo(new Change.Forbidden<>());
    assertThat(extended(APrincipal.user("eve"), after(MAX))).isEqualTo(new Change.NotFound<>());
    assertThat(end()).isEqualTo(after(ABooking.HOLD));
  }

  @Test
  void an_end_that_is_not_later_changes_nothing() {
    assertThat(extended(ORGANISER, after(Duration.ofMinutes(1)))).isInstanceOf(Change.Done.class);
    assertThat(end()).isEqualTo(after(ABooking.HOLD));
  }

  @Test
  void no_hold_lasts_past_the_beginning_of_its_event_wherever_that_is_moved() {
    Instant soon = after(Duration.ofMinutes(30));
    fakes.moveElsewhere(event, soon);

    assertThat(extended(ORGANISER, soon.plusMillis(1))).isInstanceOf(Change.NotPossible.class);
    assertThat(extended(ORGANISER, soon)).isInstanceOf(Change.Done.class);
    assertThat(end()).isEqualTo(soon);
  }

  @Test
  void a_hold_ends_with_its_event_that_was_moved_while_it_was_extended() {
    var shown = fakes.findBooking().findToConfirm(hold.id(), ORGANISER, TickingClock.START);
    Instant soon = after(Duration.ofMinutes(30));
    fakes.moveElsewhere(event, soon);

    assertThat(extend.extend(List.of(shown.orElseThrow()), after(MAX), ORGANISER))
        .isInstanceOf(Change.Done.class);
    assertThat(end()).isEqualTo(soon);
  }

  @Test
  void a_hold_is_not_extended_at_the_very_instant_it_ends() {
    fakes.clock.advance(ABooking.HOLD);

    assertThat(extended(ORGANISER, after(MAX))).isInstanceOf(Change.NotPossible.class);
  }

  @Test
  void a_sweep_that_saw_the_hold_before_it_was_extended_does_not_end_it() {
    extended(ORGANISER, after(MAX));
    fakes.clock.advance(ABooking.HOLD);

    assertThat(fakes.changes.apply(hold, hold.expire(fakes.clock.instant()))).isFalse();
    assertThat(end()).isEqualTo(after(MAX));
  }
}
