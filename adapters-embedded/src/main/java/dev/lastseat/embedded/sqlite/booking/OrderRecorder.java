package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one new order. Looks at all of its bookings first and inserts them then, in one
 * transaction: as with a booking alone, nothing can come between. They are of different events, so
 * that none is in the way of another.
 */
record OrderRecorder(Transaction transaction, Order order, List<Booking.Confirmed> bookings) {

  Recording record() throws SQLException {
    for (Booking.Confirmed booking : bookings) {
      Obstacle obstacle = new Recorder(transaction, booking).obstacle();
      if (obstacle != Obstacle.NONE) {
        return refusal(obstacle, booking.details().eventId());
      }
    }
    return insert();
  }

  private Recording refusal(Obstacle obstacle, EventId event) throws SQLException {
    return switch (obstacle) {
      case KEY_USED ->
          new Recording.KeyUsed(
              new OrderReader(transaction.connection()).find(order.userId(), order.key()));
      case ALLOWANCE_SPENT -> new Recording.AllowanceSpent(event);
      case PLACE_TAKEN -> new Recording.PlaceTaken(event);
      case NOT_ADMITTED -> new Recording.NotAdmitted(event);
      case NONE -> throw new IllegalStateException("nothing is in the way");
    };
  }

  private Recording insert() throws SQLException {
    transaction
        .connection()
        .update(
            OrderSql.INSERT,
            order.id().value(),
            order.userId().value(),
            order.key().value().toString(),
            order.createdAt().toEpochMilli());
    Map<EventId, Event> seen = new HashMap<>();
    for (Booking.Confirmed booking : bookings) {
      new Recorder(transaction, booking).insert().ifPresent(event -> seen.put(event.id(), event));
    }
    return new Recording.Recorded(seen);
  }
}
