package dev.lastseat.application.order;

import static dev.lastseat.application.order.Customer.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same order, asked for again. */
class PlaceOrderAgainTest {
  private static final IdempotencyKey KEY = ABooking.key(77);

  private final Fakes fakes = Fakes.open();
  private final Customer customer = new Customer(fakes);
  private final Event play = fakes.add(AnEvent.published("play").places(2));
  private final Event film = fakes.add(AnEvent.published("film"));

  @Test
  void an_order_that_was_placed_is_answered_again_even_when_it_would_be_refused_today() {
    OrderWithBookings first =
        Customer.placed(customer.orders("ada", KEY, of(play, 2), of(film, 1)));

    assertThat(customer.orders("ada", KEY, of(play, 2), of(film, 1)))
        .isEqualTo(new SaleOutcome.Granted<>(first, true));
    assertThat(fakes.bookings.highestPlace(film.id())).isEqualTo(1);
  }

  @Test
  void an_order_is_answered_with_its_bookings_as_they_are_now() {
    OrderWithBookings first =
        Customer.placed(customer.orders("ada", KEY, of(play, 1), of(film, 1)));
    Booking.Live booking = (Booking.Live) first.bookings().getFirst().booking();
    Booking cancelled = booking.cancel(TickingClock.START, Reason.NOT_GIVEN);
    fakes.changes.apply(booking, cancelled);

    var again = Buyer.granted(customer.orders("ada", KEY, of(play, 1), of(film, 1)), true);
    assertThat(again.bookings())
        .extracting(BookingWithEvent::booking)
        .containsExactly(cancelled, first.bookings().getLast().booking());
  }

  @Test
  void an_order_that_was_held_is_not_one_that_was_bought() {
    Customer.placed(customer.holds("ada", KEY, of(play, 1)));

    assertThat(customer.holds("ada", KEY, of(play, 1))).matches(Buyer::isReplayed);
    assertThat(customer.orders("ada", KEY, of(play, 1))).isEqualTo(new SaleOutcome.KeyReused<>());
  }

  @Test
  void a_key_is_good_for_one_order_only() {
    Customer.placed(customer.orders("ada", KEY, of(play, 1), of(film, 1)));

    assertThat(customer.orders("ada", KEY, of(play, 1), of(film, 2)))
        .isEqualTo(new SaleOutcome.KeyReused<>());
    assertThat(customer.orders("ada", KEY, of(play, 1))).isEqualTo(new SaleOutcome.KeyReused<>());
    Customer.placed(customer.orders("bob", KEY, of(play, 1)));
  }

  @Test
  void a_key_is_good_for_an_order_or_for_a_booking_alone() {
    Buyer buyer = new Buyer(fakes);
    Customer.placed(customer.orders("ada", KEY, of(play, 1)));
    Buyer.booked(buyer.buys("bob", play, 1, KEY));

    assertThat(buyer.buys("ada", play, 1, KEY)).isEqualTo(new SaleOutcome.KeyReused<>());
    assertThat(buyer.buys("ada", film, 1, KEY)).isEqualTo(new SaleOutcome.KeyReused<>());
    assertThat(customer.orders("bob", KEY, of(film, 1))).isEqualTo(new SaleOutcome.KeyReused<>());
  }

  @Test
  void an_order_whose_answer_was_lost_is_found() {
    fakes.orders.afterRecord(
        () -> {
          throw new StoreUnavailable("the answer was lost");
        });
    assertThatThrownBy(() -> customer.orders("ada", KEY, of(play, 2), of(film, 1)))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(customer.orders("ada", KEY, of(play, 2), of(film, 1))).matches(Buyer::isReplayed);
  }

  @Test
  void places_that_were_suggested_for_an_order_asked_for_again_are_sold_without_a_search() {
    Customer.placed(customer.orders("ada", KEY, of(play, 1)));
    assertThat(customer.orders("ada", KEY, of(play, 1))).matches(Buyer::isReplayed);
    fakes.bookings.afterFreePlaces(
        () -> {
          throw new AssertionError("searched");
        });

    Customer.placed(customer.orders(of(play, 1)));
  }

  @Test
  void an_order_that_was_cut_short_is_under_way_until_it_is_settled_and_can_then_be_placed() {
    Fakes holding = Fakes.holdingOrders();
    Customer again = new Customer(holding);
    SettleOrders settle = new SettleOrders(holding.orders, holding.clock);
    holding.add(AnEvent.published("play").places(2));
    holding.add(AnEvent.published("film"));
    holding.store.goAwayAfter(1);
    assertThatThrownBy(() -> again.orders("ada", KEY, of(play, 2), of(film, 1)))
        .isInstanceOf(StoreUnavailable.class);
    holding.store.comeBack();

    holding.clock.advance(SettleOrders.PATIENCE.minus(Duration.ofMillis(1)));
    assertThat(settle.handle()).isZero();
    assertThat(again.orders("ada", KEY, of(film, 1), of(play, 2)))
        .isEqualTo(new SaleOutcome.UnderWay<>());
    holding.clock.advance(Duration.ofMillis(1));
    assertThat(settle.handle()).isEqualTo(1);
    Customer.placed(again.orders("ada", KEY, of(play, 2), of(film, 1)));
  }
}
