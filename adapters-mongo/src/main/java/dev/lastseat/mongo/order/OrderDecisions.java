package dev.lastseat.mongo.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Decides orders: of the order itself and the note that it was rolled back, whichever is inserted
 * first under its id.
 */
public record OrderDecisions(Database db) {

  /** Empty when the order is written and whole. */
  Optional<Recording> commit(Order order) {
    Optional<String> obstacle = db.ask(() -> insert(OrderDocuments.toDocument(order)));
    if (obstacle.isEmpty()) {
      holds().confirm(order);
      return Optional.empty();
    }
    boolean decided = decide(order.id(), order.createdAt());
    if (decided) {
      return Optional.empty();
    }
    if (obstacle.get().equals(OrderSchema.KEY_ONCE)) {
      return Optional.of(new OrderRefusals(db).keyUsed(order));
    }
    throw new StoreUnavailable("the order was settled meanwhile");
  }

  /** The index that refused it, if any did. */
  private Optional<String> insert(Document order) {
    try {
      db.orders().insertOne(order);
      return Optional.empty();
    } catch (MongoException failure) {
      if (Failures.isDuplicate(failure)) {
        return Optional.of(Failures.index(String.valueOf(failure.getMessage())).orElse("_id_"));
      }
      throw failure;
    }
  }

  /**
   * Rolls back, unless the order was written: whether it was. Done twice, it is the same.
   *
   * @throws StoreUnavailable when a majority of the servers does not know yet what refused the note
   */
  public boolean decide(OrderId id, Instant now) {
    boolean noted = db.ask(() -> insert(OrderDocuments.rolledBack(id, now))).isEmpty();
    if (!noted && !db.hasAny(db.orders(), eq(id.value()))) {
      throw new StoreUnavailable("the order is not decided yet");
    }
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

  /** Whoever asks by the key is told that it was placed, so it must not be taken back any more. */
  Optional<Order> tell(Bson filter) {
    return find(filter).filter(this::isTold);
  }

  private boolean isTold(Order order) {
    Bson told = Updates.set(OrderDocuments.TOLD, true);
    return db.ask(() -> db.orders().updateOne(eq(order.id().value()), told)).getMatchedCount() == 1;
  }

  private Optional<Order> written(Bson filter) {
    Bson committed = and(filter, eq(OrderDocuments.STATE, OrderDocuments.COMMITTED));
    return db.first(db.orders(), committed).map(OrderDocuments::fromDocument);
  }

  private OrderHolds holds() {
    return new OrderHolds(db);
  }
}
