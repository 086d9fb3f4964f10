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
      return released(order, refusal.get());
    }
    return db.ask(() -> Admission.of(db, bookings))
        .refusing(bookings)
        .map(event -> released(order, new Recording.NotAdmitted(event)))
        .or(() -> new OrderDecisions(db).commit(order))
        .orElseGet(Recording.Recorded::new);
  }

  /** Nobody but this recording could have written the order, so nobody needs a note. */
  private Recording released(Order order, Recording why) {
    new OrderHolds(db).release(order.id());
    return why;
  }
}
