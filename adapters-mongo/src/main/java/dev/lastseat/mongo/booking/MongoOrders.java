package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.document.OrderDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Pages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;

/** Orders in the collection {@code orders}, with their bookings all or nothing (ADR 9). */
public record MongoOrders(Database db) implements Orders {

  @Override
  public Recording record(Order order, List<? extends Booking.Live> bookings) {
    List<? extends Booking.Live> sorted =
        bookings.stream()
            .sorted(Comparator.comparing(booking -> booking.details().eventId().value()))
            .toList();
    return new OrderHolds(db).record(order, sorted);
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return new OrderDecisions(db).find(eq(id.value()));
  }

  @Override
  public Optional<Order> find(UserId user, IdempotencyKey key) {
    return new OrderDecisions(db).find(BookingDocuments.underKey(user, key));
  }

  @Override
  public Page<Order> search(OrderQuery query) {
    Page<Order> page =
        Pages.newestFirst(db.orders(), "createdAt", OrderDocuments::fromDocument)
            .read(db, written(query), query.page());
    new OrderDecisions(db).makeWhole(page.items());
    return page;
  }

  /** Whether or not all of their bookings are confirmed yet. */
  private static Bson written(OrderQuery query) {
    return Pages.all(
        List.of(
            Optional.of(OrderDocuments.WRITTEN),
            query.user().map(it -> eq("userId", it.value())),
            query.from().map(it -> gte("createdAt", it)),
            query.to().map(it -> lte("createdAt", it))));
  }

  @Override
  public boolean cancel(OrderId id, Instant at) {
    return db.update(
        db.orders(),
        and(eq(id.value()), OrderDocuments.STANDING),
        OrderDocuments.cancelled(id, at));
  }

  @Override
  public int settle(Instant created) {
    Set<OrderId> orders = new OrderHolds(db).ordersUntil(created);
    orders.forEach(id -> new OrderDecisions(db).decide(id));
    return orders.size();
  }
}
