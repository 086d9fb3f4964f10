package dev.lastseat.mongo.order;

import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import dev.lastseat.mongo.engine.Shape;
import java.util.List;
import org.bson.Document;

/** The collection of orders. */
public final class OrderSchema {
  static final String KEY_ONCE = "key_once";

  private static final long ROLLED_BACK_DAYS = 1;

  private OrderSchema() {}

  public static Schema.Collection collection() {
    return new Schema.Collection(
        Database.ORDERS,
        List.of(
            Schema.uniqueWherePresent(KEY_ONCE, OrderDocuments.USER_ID, OrderDocuments.KEY),
            Schema.expiring(OrderDocuments.ROLLED_BACK_AT, ROLLED_BACK_DAYS)),
        shape());
  }

  static Document shape() {
    return Shape.of(
        new Document(
            OrderDocuments.STATE,
            new Document("enum", List.of(OrderDocuments.COMMITTED, OrderDocuments.ROLLED_BACK))),
        new Document(OrderDocuments.USER_ID, Shape.TEXT)
            .append(OrderDocuments.KEY, Shape.TEXT)
            .append(OrderDocuments.BOOKINGS, Shape.listOf(Shape.TEXT))
            .append(OrderDocuments.TOLD, Shape.FLAG)
            .append(OrderDocuments.ROLLED_BACK_AT, Shape.TIME));
  }
}
