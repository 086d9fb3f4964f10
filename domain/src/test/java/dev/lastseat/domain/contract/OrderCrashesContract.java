package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.domain.shared.PageRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The process ends before each write in turn, until there is none left before which it could. Every
 * time has events of its own, so that none sees what the others left.
 */
interface OrderCrashesContract extends OrdersTest {
  /** More writes than three bookings can need in any store. */
  int MANY = 100;

  @Test
  default void an_order_cut_short_at_any_write_is_whole_or_gone_once_it_is_settled() {
    assertWholeOrGoneWhereverItEnds(OrderCrashesContract::order);
  }

  @Test
  default void a_held_order_cut_short_at_any_write_is_whole_or_gone_once_it_is_settled() {
    assertWholeOrGoneWhereverItEnds(OrderCrashesContract::heldOrder);
  }

  private void assertWholeOrGoneWhereverItEnds(BiFunction<MortalStores, String, AnOrder> made) {
    MortalStores stores = mortal();
    Optional<Recording> answer = Optional.empty();
    int writes = 0;
    for (; answer.isEmpty(); writes++) {
      AnOrder order = made.apply(stores, "run-" + writes);
      answer = until(stores, writes, recording(stores, order));
      stores.restart();
      assertWholeIfFound(stores, order);
      assertThat(stores.orders().settle(TickingClock.START.minusMillis(1))).isZero();
      stores.orders().settle(LATER);
      assertWholeOrGone(stores, order);
      assertThat(stores.orders().find(order.id()).isPresent() || answer.isEmpty()).isTrue();
    }
    assertThat(answer.get()).isInstanceOf(Recording.Recorded.class);
    assertThat(writes).as("runs, of which the first was cut short").isGreaterThan(1);
  }

  @Test
  default void an_order_whose_settling_is_cut_short_as_well_is_settled_by_the_next_process() {
    MortalStores stores = mortal();
    boolean recorded = false;
    for (int writes = 0; !recorded; writes++) {
      boolean settled = false;
      for (int more = 0; !settled; more++) {
        AnOrder order = order(stores, "run-" + writes + "-" + more);
        recorded = until(stores, writes, recording(stores, order)).isPresent();
        stores.restart();
        settled = until(stores, more, () -> stores.orders().settle(LATER)).isPresent();
        stores.restart();
        assertWholeIfListed(stores, order);
        assertWholeIfFound(stores, order);
        stores.orders().settle(LATER);
        assertWholeOrGone(stores, order);
      }
    }
  }

  @Test
  default void a_refusal_cut_short_at_any_write_leaves_nothing_once_it_is_settled() {
    MortalStores stores = mortal();
    Optional<Recording> answer = Optional.empty();
    for (int writes = 0; answer.isEmpty(); writes++) {
      AnOrder order = order(stores, "run-" + writes);
      EventId last = order.bookings().getLast().details().eventId();
      ABooking rival = ABooking.of(last, 3);
      stores.stores().recorded(rival.confirmed());
      answer = until(stores, writes, recording(stores, order));
      stores.restart();
      stores.orders().settle(LATER);
      OrdersTest.assertUnseen(stores, order);
      assertThat(stores.stores().bookings().freePlaces(last, 3, 3)).containsExactly(1, 2);
      assertCanBeMade(stores, again(order, 4));
    }
    assertThat(answer.get()).isInstanceOf(Recording.PlaceTaken.class);
  }

  private static AnOrder order(MortalStores stores, String run) {
    return AnOrder.of(wanted(stores, run));
  }

  private static AnOrder heldOrder(MortalStores stores, String run) {
    return AnOrder.held(wanted(stores, run));
  }

  /** The places 1, 2 and 3 of three new events. */
  private static ABooking[] wanted(MortalStores stores, String run) {
    ABooking[] wanted = new ABooking[3];
    for (int i = 0; i < wanted.length; i++) {
      var event = stores.stores().add(AnEvent.published("event-%s-%d".formatted(run, i)));
      wanted[i] = ABooking.of(event.id(), i + 1);
    }
    return wanted;
  }

  /** The same wish again: other bookings, under the same key, the last one on that place. */
  private static AnOrder again(AnOrder order, int lastPlace) {
    ABooking[] wanted = new ABooking[3];
    for (int i = 0; i < wanted.length; i++) {
      EventId event = order.bookings().get(i).details().eventId();
      wanted[i] = ABooking.of(event, i + 1 < wanted.length ? i + 1 : lastPlace);
    }
    return AnOrder.by(order.user().value(), order.key(), wanted);
  }

  private static Supplier<Recording> recording(MortalStores stores, AnOrder order) {
    return () -> stores.orders().record(order.order(), order.bookings());
  }

  /** The answer, unless the process ended before it came. */
  private static <T> Optional<T> until(MortalStores stores, int writes, Supplier<T> work) {
    assertThat(writes).as("writes").isLessThan(MANY);
    stores.endAfter(writes);
    try {
      return Optional.of(work.get());
    } catch (RuntimeException ended) {
      return Optional.empty();
    }
  }

  private static void assertWholeIfListed(MortalStores stores, AnOrder order) {
    for (Order listed :
        stores.orders().search(OrderQuery.of(order.user(), PageRequest.FIRST)).items()) {
      assertThat(stores.stores().bookings().findAll(listed.bookings()).values())
          .containsExactlyInAnyOrderElementsOf(order.bookings());
    }
  }

  private static void assertWholeIfFound(MortalStores stores, AnOrder order) {
    if (stores.orders().find(order.id()).isPresent()) {
      OrdersTest.assertWhole(stores, order);
    } else {
      OrdersTest.assertUnseen(stores, order);
    }
  }

  private static void assertWholeOrGone(MortalStores stores, AnOrder order) {
    if (stores.orders().find(order.id()).isPresent()) {
      OrdersTest.assertWhole(stores, order);
      assertThat(stores.orders().settle(LATER)).isZero();
    } else {
      OrdersTest.assertGone(stores, order);
      assertCanBeMade(stores, again(order, 3));
    }
  }

  private static void assertCanBeMade(MortalStores stores, AnOrder order) {
    assertThat(recording(stores, order).get()).isInstanceOf(Recording.Recorded.class);
    OrdersTest.assertWhole(stores, order);
  }
}
