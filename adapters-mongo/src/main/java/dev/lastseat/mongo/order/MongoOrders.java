package dev.lastseat.mongo.order;

import static com.mongodb.client.model.Filters.eq;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders in the collection {@code orders}. */
public record MongoOrders(Database db, OrderInsert inserts) implements Orders {

  @Override
  public Recording record(Order order, List<Booking.Confirmed> bookings) {
    List<Booking.Confirmed> sorted =
        bookings.stream()
            .sorted(Comparator.comparing(booking -> booking.details().eventId().value()))
            .toList();
    return inserts.insert(order, sorted);
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return decisions().find(eq(id.value()));
  }

  @Override
  public Optional<Order> find(UserId user, IdempotencyKey key) {
    return decisions().tell(OrderDocuments.underKey(user, key));
  }

  @Override
  public int settle(Instant created) {
    Set<OrderId> orders = new OrderHolds(db).ordersUntil(created);
    orders.forEach(id -> decisions().decide(id, created));
    return orders.size();
  }

  private OrderDecisions decisions() {
    return new OrderDecisions(db);
  }
}
