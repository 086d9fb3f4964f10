package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.Bookings.Recording;
import dev.lastseat.embedded.sqlite.engine.JsonArrays;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.event.EventRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes one new booking. Looks first and inserts then: nobody else writes meanwhile, so nothing
 * can come between, and a refusal leaves nothing to undo.
 */
public record Recorder(Transaction transaction, Booking.Live booking) {

  public Recording record() throws SQLException {
    return switch (obstacle()) {
      case KEY_USED -> new Recording.KeyUsed(existing());
      case ALLOWANCE_SPENT -> new Recording.AllowanceSpent();
      case PLACE_TAKEN -> new Recording.PlaceTaken();
      case NOT_ADMITTED -> new Recording.NotAdmitted(event());
      case NONE -> new Recording.Recorded(insert());
    };
  }

  Obstacle obstacle() throws SQLException {
    Obstacle found = look();
    boolean admitted = event().filter(seen -> BookingPolicy.admits(seen, booking)).isPresent();
    return found == Obstacle.NONE && !admitted ? Obstacle.NOT_ADMITTED : found;
  }

  /** Only where nothing is in the way; answers the event. */
  Optional<Event> insert() throws SQLException {
    transaction.connection().update(BookingSql.INSERT, BookingColumns.insert(booking));
    return event();
  }

  private Optional<Event> event() throws SQLException {
    return EventRows.find(transaction, booking.details().eventId());
  }

  private Obstacle look() throws SQLException {
    List<Integer> allowances = booking.claim().allowances().ordinals();
    List<Integer> places = booking.claim().places().ordinals();
    return isRun(allowances) && isRun(places)
        ? look(
            BookingSql.LOOK_AT_RUNS,
            allowances.getFirst(),
            allowances.getLast(),
            places.getFirst(),
            places.getLast())
        : look(BookingSql.LOOK, JsonArrays.of(allowances), JsonArrays.of(places));
  }

  private Obstacle look(BookingSql statement, Object... claim) throws SQLException {
    BookingDetails details = booking.details();
    Stream<Object> known =
        Stream.of(
            details.userId().value(),
            details.key().value().toString(),
            details.eventId().value(),
            details.ticketNumber().value());
    return transaction
        .connection()
        .first(
            statement,
            result -> Obstacle.valueOf(result.getString(1)),
            Stream.concat(known, Stream.of(claim)).toArray())
        .orElseThrow();
  }

  private static boolean isRun(List<Integer> ascending) {
    return ascending.getLast() - ascending.getFirst() == ascending.size() - 1;
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
