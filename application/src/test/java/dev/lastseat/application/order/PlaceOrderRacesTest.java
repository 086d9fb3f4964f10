package dev.lastseat.application.order;

import static dev.lastseat.application.order.Customer.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.policy.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders while others order the same. */
class PlaceOrderRacesTest {
  static Stream<Named<Supplier<Fakes>>> stores() {
    return Fakes.ofEachKind();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void orders_get_every_place_if_not_at_once_and_none_twice(Supplier<Fakes> stores) {
    Fakes fakes = stores.get();
    Customer customer = new Customer(fakes);
    Event play = fakes.add(AnEvent.published("play").places(20));
    Event film = fakes.add(AnEvent.published("film").places(20));

    List<SaleOutcome<OrderWithBookings>> outcomes =
        new ArrayList<>(
            Race.of(
                40,
                i ->
                    i % 2 == 0
                        ? customer.orders(of(play, 1), of(film, 1))
                        : customer.orders(of(film, 1), of(play, 1))));

    SaleOutcome<OrderWithBookings> next = customer.orders(of(play, 1), of(film, 1));
    while (Buyer.isNew(next)) {
      outcomes.add(next);
      next = customer.orders(of(play, 1), of(film, 1));
    }
    assertThat(outcomes)
        .filteredOn(outcome -> !Buyer.isNew(outcome))
        .allMatch(outcome -> outcome instanceof SaleOutcome.Refused(_, Refusal.SoldOut _));
    assertThat(outcomes)
        .filteredOn(Buyer::isNew)
        .hasSize(20)
        .flatExtracting(outcome -> Customer.placed(outcome).bookings())
        .extracting(PlaceOrderRacesTest::places)
        .hasSize(40)
        .doesNotHaveDuplicates();
    assertThat(fakes.taken(play) + fakes.taken(film)).isEqualTo(40);
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

    List<SaleOutcome<OrderWithBookings>> outcomes =
        Race.of(12, _ -> customer.orders("ada", ABooking.key(77), of(play, 1), of(film, 2)));

    assertThat(outcomes).filteredOn(Buyer::isNew).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !Buyer.isNew(outcome))
        .allMatch(other -> Buyer.isReplayed(other) || other instanceof SaleOutcome.UnderWay);
    assertThat(fakes.taken(play)).isEqualTo(1);
    assertThat(fakes.taken(film)).isEqualTo(2);
  }
}
