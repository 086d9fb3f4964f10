package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.Bookings.Recording;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Writes one new booking. Looks first and inserts then: nobody else writes meanwhile, so nothing
 * can come between, and a refusal leaves nothing to undo.
 */
record Recorder(Transaction transaction, Booking.Live booking) {

  Recording record() throws SQLException {
    return switch (look()) {
      case KEY_USED -> new Recording.KeyUsed(existing());
      case ALLOWANCE_SPENT -> new Recording.AllowanceSpent();
      case PLACE_TAKEN -> new Recording.PlaceTaken();
      case NONE -> insert();
    };
  }

  private Obstacle look() throws SQLException {
    BookingDetails details = booking.details();
    return transaction
        .connection()
        .first(
            BookingSql.LOOK,
            result -> Obstacle.valueOf(result.getString(1)),
            details.userId().value(),
            details.key().value().toString(),
            details.eventId().value(),
            BookingColumns.allowances(booking.claim()),
            BookingColumns.places(booking.claim()),
            details.ticketNumber().value())
        .orElse(Obstacle.NONE);
  }

  private Recording insert() throws SQLException {
    Optional<Event> event = transaction.event(booking.details().eventId());
    if (event.filter(seen -> BookingPolicy.admits(seen, booking)).isEmpty()) {
      return new Recording.NotAdmitted(event);
    }
    transaction.connection().update(BookingSql.INSERT, BookingColumns.insert(booking));
    return new Recording.Recorded(event);
  }

  private Booking existing() throws SQLException {
    BookingDetails details = booking.details();
    return transaction
        .connection()
        .first(
            BookingSql.FIND_BY_KEY,
            BookingRows::read,
            details.userId().value(),
            details.key().value().toString())
        .orElseThrow();
  }
}
