package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.user.Principal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which places are found, however wrong the hints are. */
class BookTicketsPlacesTest {
  private static final Principal ADMIN = APrincipal.admin("root");

  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);

  private Booking.Live taken(Event event, Integer... places) {
    Booking.Live booking = ABooking.of(event.id(), places).confirmed();
    fakes.bookings.record(booking);
    return booking;
  }

  private void cancel(Booking booking) {
    fakes.cancelBooking().handle(new CancelBooking.Command(booking.id(), ADMIN, Reason.NOT_GIVEN));
  }

  @Test
  void a_place_that_is_lost_to_somebody_else_is_replaced_by_the_next() {
    Event event = fakes.add(AnEvent.published("event-1"));
    fakes.bookings.beforeRecord(() -> taken(event, 1));

    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(2);
  }

  @Test
  void places_are_found_behind_the_highest_one_taken() {
    Event event = fakes.add(AnEvent.published("event-1"));
    taken(event, 7);

    assertThat(Buyer.places(buyer.buys(event, 2))).containsExactly(8, 9);
  }

  @Test
  void hints_that_are_all_wrong_are_replaced_by_a_search_of_the_store() {
    Event event = fakes.add(AnEvent.published("event-1"));
    IntStream.rangeClosed(1, 30).forEach(place -> taken(event, place));
    fakes.hints.seed(event.id(), 0);

    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(31);
  }

  @Test
  void places_that_no_hint_knows_of_are_found() {
    Event event = fakes.add(AnEvent.published("event-1").places(5));
    taken(event, 1, 5);

    assertThat(Buyer.places(buyer.buys(event, 3))).containsExactly(2, 3, 4);
    assertThat(buyer.buys(event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));
  }

  @Test
  void whoever_wants_more_than_is_left_learns_how_many_are_and_may_have_those() {
    Event event = fakes.add(AnEvent.published("event-1").places(4));
    taken(event, 1, 3);

    assertThat(buyer.buys(event, 3))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(2)));
    assertThat(Buyer.places(buyer.buys(event, 2))).containsExactly(2, 4);
  }

  @Test
  void an_event_whose_hints_were_forgotten_sells_on() {
    Event event = fakes.add(AnEvent.published("event-1").places(3));
    buyer.buys(event, 1);
    fakes.hints.forgetEverything();

    assertThat(Buyer.places(buyer.buys(event, 2))).containsExactly(2, 3);
    fakes.hints.forgetEverything();
    assertThat(buyer.buys(event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));
  }

  @Test
  void a_place_given_back_is_sold_again_at_once() {
    Event event = fakes.add(AnEvent.published("event-1").places(2));
    Booking first = Buyer.booked(buyer.buys(event, 1));
    buyer.buys(event, 1);
    assertThat(buyer.buys(event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));

    cancel(first);

    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(1);
  }

  @Test
  void a_place_given_back_while_it_was_searched_for_is_found_by_the_next_buyer() {
    Event event = fakes.add(AnEvent.published("event-1").places(1));
    Booking only = taken(event, 1);
    fakes.bookings.afterFreePlaces(() -> cancel(only));

    assertThat(buyer.buys(event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));
    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(1);
  }

  @Test
  void overdue_holds_make_room_for_others() {
    Event event = fakes.add(AnEvent.published("event-1").places(2));
    Booking.Pending hold = (Booking.Pending) Buyer.booked(buyer.holds("ada", event, 2));
    assertThat(buyer.buys(event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));

    fakes.clock.advance(ABooking.HOLD);

    assertThat(Buyer.places(buyer.buys(event, 1))).hasSize(1);
    assertThat(fakes.bookings.find(hold.id())).contains(hold.expire(fakes.clock.instant()));
  }

  @Test
  void places_of_a_booking_that_was_refused_are_sold_without_a_search() {
    Event event = fakes.add(AnEvent.published("event-1").places(3).perUser(1));
    buyer.buys("ada", event, 1);
    assertThat(buyer.buys("ada", event, 1))
        .isEqualTo(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(1)));
    fakes.bookings.afterFreePlaces(
        () -> {
          throw new AssertionError("searched");
        });

    Buyer.booked(buyer.buys(event, 1));
    Buyer.booked(buyer.buys(event, 1));
  }
}
