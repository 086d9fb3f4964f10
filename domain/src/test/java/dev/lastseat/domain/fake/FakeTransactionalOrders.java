package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Like a store with transactions: an order is one step, which judges its events. */
public final class FakeTransactionalOrders extends FakeOrders {
  public FakeTransactionalOrders(FakeStore store) {
    super(store);
  }

  @Override
  Recording write(Order order, List<? extends Booking.Live> bookings) {
    Recording recording = store.write(() -> insert(order, bookings));
    if (recording instanceof Recording.Recorded) {
      recorded();
    }
    return recording;
  }

  private Recording insert(Order order, List<? extends Booking.Live> bookings) {
    Optional<Recording> obstacle =
        bookings.stream().flatMap(booking -> obstacle(booking).stream()).findFirst();
    if (obstacle.isEmpty()) {
      store.orders.put(order.id(), order);
      store.tell(OrderFacts.placed(order));
      bookings.forEach(store::record);
    }
    return obstacle.orElseGet(Recording.Recorded::new);
  }

  private Optional<Recording> obstacle(Booking.Live booking) {
    return store.admits(booking)
        ? new OrderRefusals(store).of(booking)
        : Optional.of(new Recording.NotAdmitted(booking.details().eventId()));
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return store.atomically(() -> Optional.ofNullable(store.orders.get(id)));
  }

  @Override
  public Optional<Order> find(UserId user, IdempotencyKey key) {
    return store.atomically(() -> store.orderOf(user, key));
  }

  @Override
  public int settle(Instant created) {
    return 0;
  }
}
