package dev.lastseat.application.booking;

import static dev.lastseat.application.booking.Customer.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.PlaceOrder.Outcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders while others buy, and while their events change. */
class PlaceOrderRacesTest {
  static Stream<Named<Supplier<Fakes>>> stores() {
    return Stream.of(
        Named.of("a store with transactions", Fakes::judging),
        Named.of("a store that holds, decides and looks afterwards", Fakes::lookingAfterwards));
  }

  private static int taken(Fakes fakes, Event event) {
    return fakes
        .bookings
        .count(List.of(event.id()))
        .getOrDefault(event.id(), TicketCounts.NONE)
        .taken();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void orders_get_every_place_if_not_at_once_and_none_twice(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Customer customer = new Customer(fakes);
    Event play = fakes.add(AnEvent.published("play").places(20));
    Event film = fakes.add(AnEvent.published("film").places(20));

    List<Outcome> outcomes =
        new ArrayList<>(
            Race.of(
                40,
                i ->
                    i % 2 == 0
                        ? customer.orders(of(play, 1), of(film, 1))
                        : customer.orders(of(film, 1), of(play, 1))));

    Outcome next = customer.orders(of(play, 1), of(film, 1));
    while (next instanceof Outcome.Placed) {
      outcomes.add(next);
      next = customer.orders(of(play, 1), of(film, 1));
    }
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Outcome.Placed))
        .allMatch(Outcome.SoldOut.class::isInstance);
    assertThat(outcomes)
        .filteredOn(Outcome.Placed.class::isInstance)
        .hasSize(20)
        .flatExtracting(outcome -> Customer.placed(outcome).bookings())
        .extracting(PlaceOrderRacesTest::places)
        .hasSize(40)
        .doesNotHaveDuplicates();
    assertThat(taken(fakes, play) + taken(fakes, film)).isEqualTo(40);
  }

  private static String places(BookingWithEvent one) {
    Booking.Live booking = (Booking.Live) one.booking();
    return booking.details().eventId().value() + booking.claim().places().ordinals();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void of_one_request_that_is_sent_many_times_one_is_placed(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Customer customer = new Customer(fakes);
    Event play = fakes.add(AnEvent.published("play"));
    Event film = fakes.add(AnEvent.published("film"));

    List<Outcome> outcomes =
        Race.of(12, _ -> customer.orders("ada", ABooking.key(77), of(play, 1), of(film, 2)));

    assertThat(outcomes).filteredOn(Outcome.Placed.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Outcome.Placed))
        .allMatch(
            other -> other instanceof Outcome.AlreadyPlaced || other instanceof Outcome.UnderWay);
    assertThat(taken(fakes, play)).isEqualTo(1);
    assertThat(taken(fakes, film)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void of_an_order_of_which_one_event_is_cancelled_before_the_recording_nothing_stands(
      Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event play = fakes.add(AnEvent.published("play"));
    Event film = fakes.add(AnEvent.published("film"));
    fakes.orders.beforeRecord(() -> fakes.cancelElsewhere(film));

    assertThat(new Customer(fakes).orders(of(play, 1), of(film, 1)))
        .isInstanceOfSatisfying(
            Outcome.NotBookable.class, refused -> assertThat(refused.event()).isEqualTo(film.id()));
    assertThat(taken(fakes, play) + taken(fakes, film)).isZero();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void of_an_order_of_which_one_event_is_deleted_before_the_recording_nothing_stands(
      Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event play = fakes.add(AnEvent.published("play"));
    Event film = fakes.add(AnEvent.published("film"));
    fakes.orders.beforeRecord(() -> fakes.events.delete(play.id()));

    assertThat(new Customer(fakes).orders(of(play, 1), of(film, 1)))
        .isNotInstanceOf(Outcome.Placed.class);
    assertThat(taken(fakes, play) + taken(fakes, film)).isZero();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_place_that_is_cut_off_before_the_recording_is_not_sold(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event play = fakes.add(AnEvent.published("play").places(10));
    Event film = fakes.add(AnEvent.published("film"));
    fakes.hints.seed(play.id(), 5);
    fakes.orders.beforeRecord(() -> fakes.resizeElsewhere(play, 5));

    Outcome outcome = new Customer(fakes).orders(of(play, 1), of(film, 1));

    assertThat(fakes.bookings.highestPlace(play.id())).isLessThanOrEqualTo(5);
    int expected = outcome instanceof Outcome.Placed ? 1 : 0;
    assertThat(taken(fakes, play)).isEqualTo(expected);
    assertThat(taken(fakes, film)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_place_that_is_cut_off_right_after_the_recording_moves_with_its_booking(
      Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event play = fakes.add(AnEvent.published("play").places(10));
    Event film = fakes.add(AnEvent.published("film"));
    fakes.hints.seed(play.id(), 5);
    fakes.orders.afterRecord(() -> fakes.resizeElsewhere(play, 5));

    Customer.placed(new Customer(fakes).orders(of(play, 1), of(film, 1)));
    assertThat(fakes.bookings.highestPlace(play.id())).isEqualTo(1);
    assertThat(taken(fakes, play) + taken(fakes, film)).isEqualTo(2);
  }

  @Test
  void of_an_order_of_which_one_event_is_cancelled_right_after_all_is_taken_back() {
    Fakes fakes = Fakes.lookingAfterwards();
    Event play = fakes.add(AnEvent.published("play"));
    Event film = fakes.add(AnEvent.published("film"));
    Event gala = fakes.add(AnEvent.published("gala"));
    fakes.orders.afterRecord(() -> fakes.cancelElsewhere(film));

    Outcome outcome =
        new Customer(fakes).orders("ada", ABooking.key(77), of(play, 1), of(film, 1), of(gala, 1));

    assertThat(outcome)
        .isEqualTo(new Outcome.NotBookable(film.id(), Reason.EVENT_CHANGED.text() + "."));
    for (Event event : List.of(play, film, gala)) {
      assertThat(taken(fakes, event)).isZero();
      assertThat(fakes.bookings.find(event.id(), new UserId("ada"), ABooking.key(77)))
          .get()
          .isInstanceOfSatisfying(
              Booking.Cancelled.class,
              taken -> assertThat(taken.reason()).isEqualTo(Reason.EVENT_CHANGED));
    }
  }
}
