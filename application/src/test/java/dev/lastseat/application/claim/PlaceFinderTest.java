package dev.lastseat.application.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaceFinderTest {
  private static final Quantity ONE = new Quantity(1);

  private final Fakes fakes = Fakes.open();
  private final PlaceFinder finder = fakes.placeFinder();
  private final Event event = fakes.add(AnEvent.published("event-1").places(4));

  private Booking.Live taken(Integer... places) {
    Booking.Live booking = ABooking.of(event.id(), places).confirmed();
    fakes.bookings.record(booking);
    return booking;
  }

  private static Finding<Places> found(Integer... places) {
    return new Finding.Found<>(Places.of(places));
  }

  @Test
  void a_missing_cursor_is_seeded_from_the_highest_place_taken() {
    taken(2);

    assertThat(finder.find(event, ONE)).isEqualTo(found(3));
    assertThat(finder.find(event, ONE)).isEqualTo(found(4));
  }

  @Test
  void gaps_are_found_once_the_hints_are_exhausted_and_are_hints_from_then_on() {
    taken(2, 4);

    assertThat(finder.find(event, ONE)).isEqualTo(found(1));
    assertThat(fakes.hints.suggest(event.id(), 4, ONE).toString()).contains("3");
  }

  @Test
  void sold_out_is_remembered_for_two_seconds_at_most() {
    Booking.Live all = taken(1, 2, 3, 4);
    assertThat(finder.find(event, ONE)).isEqualTo(new Finding.Refused<>(new Refusal.SoldOut(0)));
    // The hints are not told.
    fakes.bookings.change(all, all.cancel(TickingClock.START, Reason.NOT_GIVEN));

    fakes.clock.advance(Duration.ofMillis(1_999));
    assertThat(finder.find(event, ONE)).isEqualTo(new Finding.Refused<>(new Refusal.SoldOut(0)));
    fakes.clock.advance(Duration.ofMillis(1));
    assertThat(finder.find(event, ONE)).isEqualTo(found(1));
  }

  @Test
  void an_event_that_has_grown_elsewhere_is_not_sold_out() {
    taken(1, 2, 3, 4);
    fakes.reader.find(event.id());
    fakes.resizeElsewhere(event, 6);

    assertThat(finder.find(event, ONE)).isEqualTo(found(5));
  }

  @Test
  void an_exact_search_believes_no_hint() {
    fakes.hints.seed(event.id(), 0);
    taken(1, 2);

    assertThat(finder.findExactly(event, ONE)).isEqualTo(found(3));
  }

  @Test
  void places_that_were_given_back_are_found_before_a_search() {
    fakes.hints.seed(event.id(), 4);
    finder.giveBack(event.id(), Places.of(3));

    assertThat(finder.find(event, ONE)).isEqualTo(found(3));
  }
}
