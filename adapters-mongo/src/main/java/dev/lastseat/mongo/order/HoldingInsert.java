package dev.lastseat.mongo.order;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.mongo.engine.Database;
import java.util.List;
import java.util.Optional;

/**
 * On any server: the bookings are inserted undecided, the insert of the order decides, and one
 * update confirms them all.
 */
public record HoldingInsert(Database db) implements OrderInsert {

  @Override
  public Optional<Recording> insert(Order order, List<Booking.Confirmed> bookings) {
    OrderDecisions decisions = new OrderDecisions(db);
    Optional<Recording> refusal = new OrderHolds(db).insert(bookings);
    if (refusal.isPresent()) {
      decisions.decide(order.id(), order.createdAt());
      return refusal;
    }
    return decisions.commit(order);
  }
}
