package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Orders in a {@link FakeStore}, with hooks that let something happen at the worst moment. Each
 * hook runs once, outside the lock, in the thread of the caller.
 */
public abstract class FakeOrders implements Orders {
  private static final Runnable NOTHING = () -> {};

  final FakeStore store;
  private final AtomicReference<Runnable> beforeRecord = new AtomicReference<>(NOTHING);
  private final AtomicReference<Runnable> afterRecord = new AtomicReference<>(NOTHING);

  FakeOrders(FakeStore store) {
    this.store = store;
  }

  /** Runs before the next recording takes effect. */
  public final void beforeRecord(Runnable hook) {
    beforeRecord.set(hook);
  }

  /** Runs when the next recording has taken effect and is not answered yet. */
  public final void afterRecord(Runnable hook) {
    afterRecord.set(hook);
  }

  @Override
  public final Recording record(Order order, List<? extends Booking.Live> bookings) {
    beforeRecord.getAndSet(NOTHING).run();
    return write(order, bookings);
  }

  abstract Recording write(Order order, List<? extends Booking.Live> bookings);

  @Override
  public boolean cancel(OrderId id, Instant at) {
    return store.write(
        () -> {
          Optional<Order> standing =
              Optional.ofNullable(store.orders.get(id)).filter(it -> it.cancelledAt().isEmpty());
          standing.ifPresent(
              it -> {
                store.orders.put(id, cancelled(it, at));
                store.tell(OrderFacts.cancelled(id, at));
              });
          return standing.isPresent();
        });
  }

  private static Order cancelled(Order order, Instant at) {
    return new Order(
        order.id(),
        order.userId(),
        order.key(),
        order.bookings(),
        order.createdAt(),
        Optional.of(at));
  }

  @Override
  public Page<Order> search(OrderQuery query) {
    return store.atomically(
        () ->
            Paging.page(
                store.orders.values().stream().filter(order -> isWanted(order, query)).toList(),
                order -> new Position(Paging.key(order.createdAt()), order.id().value()),
                false,
                query.page()));
  }

  private static boolean isWanted(Order order, OrderQuery query) {
    return query.user().filter(user -> !user.equals(order.userId())).isEmpty()
        && query.from().filter(order.createdAt()::isBefore).isEmpty()
        && query.to().filter(order.createdAt()::isAfter).isEmpty();
  }

  /** Called by a recording that has taken effect. */
  final void recorded() {
    afterRecord.getAndSet(NOTHING).run();
  }
}
