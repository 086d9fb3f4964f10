package dev.lastseat.mongo.order;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.mongo.engine.Database;
import java.util.List;
import org.bson.Document;

/** How an order and its bookings come into the store: all of them, or none. */
public interface OrderInsert {
  /**
   * All are there and their events admit them, or none is.
   *
   * @param bookings in the order of their events
   */
  Recording insert(Order order, List<Booking.Confirmed> bookings);

  /**
   * In a transaction where the server has them, which its hello tells: a standalone, and some other
   * servers of the protocol, take the command that begins one and ignore it.
   */
  static OrderInsert of(MongoClient client, Database db) {
    Document hello = db.ask(() -> db.mongo().runCommand(new Document("hello", 1)));
    return hasTransactions(hello) ? new TransactionalInsert(client, db) : new HoldingInsert(db);
  }

  /** Whether it is of a replica set or of a sharded cluster. */
  static boolean hasTransactions(Document hello) {
    return hello.containsKey("setName") || "isdbgrid".equals(hello.get("msg"));
  }
}
