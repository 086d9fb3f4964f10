package dev.lastseat.application.order;

import static dev.lastseat.application.order.Customer.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.Refusal;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event changes between the look at it and the recording, or right after that. */
class PlaceOrderOfChangingEventsTest {
  static Stream<Named<Supplier<Fakes>>> stores() {
    return Fakes.ofEachKind();
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
            SaleOutcome.Refused.class,
            refused -> {
              assertThat(refused.event()).isEqualTo(film.id());
              assertThat(refused.refusal()).isInstanceOf(Refusal.NotBookable.class);
            });
    assertThat(fakes.taken(play) + fakes.taken(film)).isZero();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void of_an_order_of_which_one_event_is_deleted_before_the_recording_nothing_stands(
      Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event play = fakes.add(AnEvent.published("play"));
    Event film = fakes.add(AnEvent.published("film"));
    fakes.orders.beforeRecord(() -> fakes.events.delete(play, TickingClock.START));

    assertThat(new Customer(fakes).orders(of(play, 1), of(film, 1)))
        .isNotInstanceOf(SaleOutcome.Granted.class);
    assertThat(fakes.taken(play) + fakes.taken(film)).isZero();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void a_place_that_is_cut_off_before_the_recording_is_not_sold(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Event play = fakes.add(AnEvent.published("play").places(10));
    Event film = fakes.add(AnEvent.published("film"));
    fakes.hints.seed(play.id(), 5);
    fakes.orders.beforeRecord(() -> fakes.resizeElsewhere(play, 5));

    SaleOutcome<OrderWithBookings> outcome = new Customer(fakes).orders(of(play, 1), of(film, 1));

    assertThat(fakes.bookings.highestPlace(play.id())).isLessThanOrEqualTo(5);
    int expected = Buyer.isNew(outcome) ? 1 : 0;
    assertThat(fakes.taken(play)).isEqualTo(expected);
    assertThat(fakes.taken(film)).isEqualTo(expected);
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
    assertThat(fakes.taken(play) + fakes.taken(film)).isEqualTo(2);
  }
}
