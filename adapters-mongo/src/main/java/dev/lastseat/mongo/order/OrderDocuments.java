package dev.lastseat.mongo.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Orders as documents of the collection {@code orders}: the order itself, or the note that it was
 * rolled back. Of the two, whichever is inserted first under an order's id decides.
 */
final class OrderDocuments {
  static final String STATE = "state";
  static final String USER_ID = "userId";
  static final String KEY = "idempotencyKey";
  static final String BOOKINGS = "bookings";

  /** Set once somebody found it by its key: from then on it is not taken back. */
  static final String TOLD = "told";

  /** The server removes notes by it, once nothing of the order can be under way any more. */
  static final String ROLLED_BACK_AT = "rolledBackAt";

  static final String COMMITTED = "committed";
  static final String ROLLED_BACK = "rolled-back";

  private OrderDocuments() {}

  static Bson underKey(UserId user, IdempotencyKey key) {
    return and(eq(USER_ID, user.value()), eq(KEY, key.value().toString()));
  }

  static Document toDocument(Order order) {
    return new Document("_id", order.id().value())
        .append(STATE, COMMITTED)
        .append(USER_ID, order.userId().value())
        .append(KEY, order.key().value().toString())
        .append(BOOKINGS, order.bookings().stream().map(BookingId::value).toList())
        .append("createdAt", order.createdAt());
  }

  static Document rolledBack(OrderId id, Instant at) {
    return new Document("_id", id.value())
        .append(STATE, ROLLED_BACK)
        .append(ROLLED_BACK_AT, Date.from(at));
  }

  static Order fromDocument(Document document) {
    Fields fields = new Fields(Database.ORDERS, document);
    OrderId id = fields.text("_id", OrderId::new);
    UserId user = fields.text(USER_ID, UserId::new);
    IdempotencyKey key = fields.text(KEY, text -> new IdempotencyKey(UUID.fromString(text)));
    var bookings = fields.texts(BOOKINGS, BookingId::new);
    Instant createdAt = fields.time("createdAt");
    return fields.sensible(BOOKINGS, () -> new Order(id, user, key, bookings, createdAt));
  }
}
