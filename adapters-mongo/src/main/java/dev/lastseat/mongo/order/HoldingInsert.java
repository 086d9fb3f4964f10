package dev.lastseat.mongo.order;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.mongo.booking.Admission;
import dev.lastseat.mongo.engine.Database;
import java.util.List;
import java.util.Optional;

/**
 * On any server: the bookings are inserted undecided and judged by their events, the insert of the
 * order decides, and one update confirms them all.
 */
public record HoldingInsert(Database db) implements OrderInsert {

  @Override
  public Recording insert(Order order, List<Booking.Confirmed> bookings) {
    Optional<Recording> refusal = new OrderHolds(db).insert(bookings);
    if (refusal.isPresent()) {
      return rolledBack(order, refusal.get());
    }
    Admission admission = db.ask(() -> Admission.of(db, bookings));
    return admission
        .refusing(bookings)
        .map(event -> rolledBack(order, new Recording.NotAdmitted(event)))
        .or(() -> decisions().commit(order))
        .orElseGet(() -> new Recording.Recorded());
  }

  private Recording rolledBack(Order order, Recording why) {
    decisions().decide(order.id(), order.createdAt());
    return why;
  }

  private OrderDecisions decisions() {
    return new OrderDecisions(db);
  }
}
