package dev.lastseat.mongo.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.stored.StoredBookings;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Orders as documents of the collection {@code orders}: the order itself, or the note that it was
 * rolled back. Of the two, whichever is inserted first under an order's id decides. The server
 * removes notes by {@code rolledBackAt}, once nothing of the order can be under way any more.
 */
public final class OrderDocuments {
  private static final String COMMITTED = "committed";

  /** Of the orders, without the notes. */
  public static final Bson WRITTEN = eq("state", COMMITTED);

  public static final Bson STANDING = and(WRITTEN, exists("cancelledAt", false));

  private OrderDocuments() {}

  /** With the fact that it was placed, by whoever acts in this thread. */
  public static Document toDocument(Order order) {
    Document document =
        new Document("_id", order.id().value())
            .append("state", COMMITTED)
            .append("userId", order.userId().value())
            .append("idempotencyKey", order.key().value().toString())
            .append("bookings", order.bookings().stream().map(BookingId::value).toList())
            .append("createdAt", order.createdAt());
    return EmbeddedFacts.first(document, OrderFacts.placed(order));
  }

  /** Of an order that is not cancelled yet, with the fact. */
  public static Bson cancelled(OrderId id, Instant at) {
    return Updates.combine(
        Updates.set("cancelledAt", at), EmbeddedFacts.next(OrderFacts.cancelled(id, at)));
  }

  public static Document rolledBack(OrderId id, Instant at) {
    return new Document("_id", id.value())
        .append("state", "rolled-back")
        .append("rolledBackAt", at);
  }

  public static Order fromDocument(Document document) {
    return StoredBookings.order(new DocumentFields("orders", document));
  }
}
