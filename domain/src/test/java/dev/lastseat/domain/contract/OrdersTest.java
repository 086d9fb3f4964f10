package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A test that has stores with orders to test; they are the same all through one test. */
interface OrdersTest {
  /** By now everything that was cut short has been so for long. */
  Instant LATER = TickingClock.START.plus(Duration.ofHours(1));

  MortalStores mortal();

  default Stores stores() {
    return mortal().stores();
  }

  default Recording record(AnOrder order) {
    return mortal().orders().record(order.order(), order.bookings());
  }

  /** Records an order that nothing speaks against. */
  default Order recorded(AnOrder order) {
    assertThat(record(order)).isInstanceOf(Recording.Recorded.class);
    return order.order();
  }

  static void assertWhole(MortalStores stores, AnOrder order) {
    assertThat(stores.orders().find(order.id())).contains(order.order());
    assertThat(stores.orders().find(order.user(), order.key())).contains(order.order());
    for (Booking.Live booking : order.bookings()) {
      assertThat(stores.stores().bookings().find(booking.id())).contains(booking);
    }
  }

  /** Neither it nor any booking of it is found. */
  static void assertUnseen(MortalStores stores, AnOrder order) {
    assertThat(stores.orders().find(order.id())).isEmpty();
    assertThat(stores.orders().find(order.user(), order.key())).isEmpty();
    for (Booking.Live booking : order.bookings()) {
      assertThat(stores.stores().bookings().find(booking.id())).isEmpty();
    }
  }

  /** Nothing of it is there: what it would have claimed can be claimed by others. */
  static void assertGone(MortalStores stores, AnOrder order) {
    assertUnseen(stores, order);
    for (Booking.Live booking : order.bookings()) {
      var details = booking.details();
      var bookings = stores.stores().bookings();
      assertThat(bookings.find(details.eventId(), order.user(), order.key())).isEmpty();
      assertThat(bookings.allowancesTaken(details.eventId(), order.user()))
          .doesNotContainAnyElementsOf(booking.claim().allowances().ordinals());
      assertThat(bookings.freePlaces(details.eventId(), 100, 100))
          .containsAll(booking.claim().places().ordinals());
    }
  }

  default List<Integer> free(Event event) {
    int total = event.details().totalTickets();
    return stores().bookings().freePlaces(event.id(), total, total);
  }
}
