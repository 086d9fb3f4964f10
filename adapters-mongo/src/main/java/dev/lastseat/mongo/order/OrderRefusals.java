package dev.lastseat.mongo.order;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.mongo.booking.BookingDocuments;
import dev.lastseat.mongo.booking.Insertion;
import dev.lastseat.mongo.engine.Database;
import java.util.Optional;
import org.bson.Document;

/** What refused an order, in the words of the port. */
record OrderRefusals(Database db) {

  /** By the error of one of its bookings. */
  Recording of(Booking.Confirmed booking, BulkWriteError error) {
    EventId event = booking.details().eventId();
    return switch (Insertion.Obstacle.of(error)) {
      case PLACE -> new Recording.PlaceTaken(event);
      case ALLOWANCE -> new Recording.AllowanceSpent(event);
      case KEY -> keyUsed(booking);
    };
  }

  /** The booking that has the key is alone, or of an order that is written or under way. */
  private Recording keyUsed(Booking.Confirmed booking) {
    var details = booking.details();
    Optional<Document> existing =
        db.first(
            db.bookings()
                .find(BookingDocuments.underKey(details.userId(), details.key()))
                .projection(Projections.include(BookingDocuments.ORDER_ID)));
    Optional<String> made = existing.map(it -> it.getString(BookingDocuments.ORDER_ID));
    if (existing.isPresent() && made.isEmpty()) {
      return new Recording.KeyUsed(Optional.empty());
    }
    Optional<Order> order = made.flatMap(id -> new OrderDecisions(db).tell(eq(id)));
    return order.isPresent() ? new Recording.KeyUsed(order) : new Recording.UnderWay();
  }

  /** By another order of its user under the same key, of other events. */
  Recording keyUsed(Order order) {
    return new Recording.KeyUsed(
        new OrderDecisions(db).tell(OrderDocuments.underKey(order.userId(), order.key())));
  }
}
