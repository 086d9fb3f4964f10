package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Recording orders and bookings while others change what a ticket costs. */
interface OrderPricesContract extends OrdersTest {
  int BUYERS = 6;

  /** More than one buyer can buy before the change is made. */
  int PLACES = 10_000;

  /** What was tried, each noted before it was. */
  record Tried(Queue<AnOrder> orders, Queue<Booking.Live> alone) {
    int size() {
      return orders.size() + alone.size();
    }
  }

  /** What of it is there. */
  record Present(Set<OrderId> orders, Set<BookingId> alone) {}

  @RepeatedTest(10)
  default void once_a_change_was_answered_nothing_is_recorded_at_the_old_price() {
    List<Event> events =
        Stream.generate(() -> stores().add(AnEvent.published().places(BUYERS * PLACES)))
            .limit(3)
            .toList();
    Tried tried = new Tried(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    List<Present> atTheAnswer = new ArrayList<>();
    List<Callable<Boolean>> runners = new ArrayList<>();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      int first = buyer * PLACES + 1;
      boolean alone = buyer == 0;
      runners.add(
          () ->
              alone
                  ? bookUntilRefused(events.getLast(), first, tried)
                  : orderUntilRefused(events, first, tried));
    }
    runners.add(
        () -> {
          while (tried.size() < 2 * BUYERS) {
            Thread.onSpinWait();
          }
          makeDearer(events.getLast());
          return atTheAnswer.add(present(tried));
        });

    assertThat(Race.of(runners)).containsOnly(true);

    mortal().orders().settle(LATER);
    Present atTheEnd = present(tried);
    assertThat(atTheAnswer.getFirst().orders()).containsAll(atTheEnd.orders());
    assertThat(atTheAnswer.getFirst().alone()).containsAll(atTheEnd.alone());
    for (AnOrder order : tried.orders()) {
      if (atTheEnd.orders().contains(order.id())) {
        OrdersTest.assertWhole(mortal(), order);
      } else {
        OrdersTest.assertUnseen(mortal(), order);
      }
    }
    for (Event event : events.subList(0, 2)) {
      assertThat(stores().count(event).taken()).isEqualTo(atTheEnd.orders().size());
    }
  }

  /** Until an order is not recorded: the reason has to be the change. */
  private boolean orderUntilRefused(List<Event> events, int first, Tried tried) {
    Recording recording = new Recording.Recorded();
    for (int place = first; recording instanceof Recording.Recorded; place++) {
      ABooking[] wanted = new ABooking[events.size()];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = ABooking.of(events.get(i).id(), place);
      }
      AnOrder order = place % 2 == 0 ? AnOrder.of(wanted) : AnOrder.held(wanted);
      tried.orders().add(order);
      recording = record(order);
    }
    return recording.equals(new Recording.NotAdmitted(events.getLast().id()));
  }

  private boolean bookUntilRefused(Event event, int first, Tried tried) {
    Bookings.Recording recording = new Bookings.Recording.Recorded();
    for (int place = first; recording instanceof Bookings.Recording.Recorded; place++) {
      Booking.Live booking = ABooking.of(event.id(), place).confirmed();
      tried.alone().add(booking);
      recording = stores().bookings().record(booking);
    }
    return recording instanceof Bookings.Recording.NotAdmitted;
  }

  private void makeDearer(Event event) {
    Money price = event.details().price();
    Money dearer = new Money(price.minorUnits() + 100, price.currency());
    Event changed =
        event.change(EventChange.of(event.details()).price(dearer).details(), TickingClock.START);
    assertThat(stores().events().update(changed)).isInstanceOf(Update.Updated.class);
  }

  private Present present(Tried tried) {
    return new Present(
        tried.orders().stream()
            .map(AnOrder::id)
            .filter(id -> mortal().orders().find(id).isPresent())
            .collect(Collectors.toSet()),
        tried.alone().stream()
            .map(Booking::id)
            .filter(id -> stores().bookings().find(id).isPresent())
            .collect(Collectors.toSet()));
  }
}
