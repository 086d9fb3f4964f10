package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Decides orders: of the order itself and the note that it was rolled back, whichever is inserted
 * first under its id.
 */
record OrderDecisions(Store store) {

  /** Empty when the order is written and whole. */
  Optional<Recording> commit(Order order) {
    Optional<String> obstacle = store.ask(() -> insert(OrderDocuments.toDocument(order)));
    if (obstacle.isEmpty()) {
      holds().confirm(order);
      return Optional.empty();
    }
    boolean decided = decide(order.id(), order.createdAt());
    if (decided) {
      return Optional.empty();
    }
    if (obstacle.get().equals(Schema.KEY_ONCE)) {
      return Optional.of(new OrderRefusals(store).keyUsed(order));
    }
    throw new StoreUnavailable("the order was settled meanwhile");
  }

  /** The index that refused it, if any did. */
  private Optional<String> insert(Document order) {
    try {
      store.orders().insertOne(order);
      return Optional.empty();
    } catch (MongoException failure) {
      if (Failures.isDuplicate(failure)) {
        return Optional.of(Failures.index(String.valueOf(failure.getMessage())).orElse("_id_"));
      }
      throw failure;
    }
  }

  /** Rolls back, unless the order was written: whether it was. Done twice, it is the same. */
  boolean decide(OrderId id, Instant now) {
    store.ask(() -> insert(OrderDocuments.rolledBack(id, now)));
    Optional<Order> written = written(eq(id.value()));
    written.ifPresentOrElse(holds()::confirm, () -> holds().release(id));
    return written.isPresent();
  }

  /** An order that is shown is whole. */
  Optional<Order> find(Bson filter) {
    Optional<Order> order = written(filter);
    order.filter(holds()::isUndecided).ifPresent(holds()::confirm);
    return order;
  }

  private Optional<Order> written(Bson filter) {
    Bson committed = and(filter, eq(OrderDocuments.STATE, OrderDocuments.COMMITTED));
    return store.first(store.orders(), committed).map(OrderDocuments::fromDocument);
  }

  private OrderHolds holds() {
    return new OrderHolds(store);
  }
}
