package dev.lastseat.mongo.order;

import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Server;
import java.util.List;

/** How an order and its bookings come into the store: all of them, or none. */
public interface OrderInsert {
  /**
   * All are there and their events admit them, or none is.
   *
   * @param bookings in the order of their events
   */
  Recording insert(Order order, List<Booking.Confirmed> bookings);

  /** In a transaction where the server has them. */
  static OrderInsert of(Server server, MongoClient client, Database db) {
    return server.hasTransactions() ? new TransactionalInsert(client, db) : new HoldingInsert(db);
  }
}
