package dev.lastseat.mongo.standing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.document.OrderDocuments;
import dev.lastseat.mongo.engine.Database;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Orders whose bookings are held, of which neither the order itself nor the note that it was rolled
 * back is written yet. Of the two, whichever is inserted first decides (ADR 9).
 */
public record UndecidedOrders(Database db) {
  /**
   * From now on the order is written already, or never will be.
   *
   * @throws StoreUnavailable when a majority of the servers does not know yet what refused the note
   */
  public void rollBackUnlessWritten(OrderId id) {
    var note = OrderDocuments.rolledBack(id, db.now());
    if (db.insert(db.orders(), note).isPresent() && !db.hasAny(db.orders(), eq(id.value()))) {
      throw new StoreUnavailable("the order is not decided yet");
    }
  }

  /**
   * Those that the event does not admit as it is by now; to be done once it is written and before
   * that is answered. An order judged by what it was before was held by then, so it is found here;
   * one that is held later is judged by what it is now.
   */
  public void rollBackRefusedBy(Event changed) {
    Bson held = and(eq("eventId", changed.id().value()), exists("undecidedSince"));
    db
        .readable(
            db.bookings().find(held).projection(BookingDocuments.READ),
            BookingDocuments::fromUndecided)
        .stream()
        .filter(it -> !BookingPolicy.admits(changed, it))
        .map(Booking::details)
        .map(BookingDetails::order)
        .flatMap(Optional::stream)
        .forEach(this::rollBackUnlessWritten);
  }
}
