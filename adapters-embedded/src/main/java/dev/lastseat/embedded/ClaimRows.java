package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Booking;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The places and allowances of live bookings: rows of the tables place and allowance, which are
 * unique indexes.
 */
final class ClaimRows {
  static final String EVENT_SEQ = "(select seq from event where id = ?)";

  private ClaimRows() {}

  /** Adds the rows for a booking; the caller has looked that nobody has them. */
  static void take(SqlConnection connection, Booking.Live booking, long seq) throws SQLException {
    String event = booking.details().eventId().value();
    long eventSeq = connection.number("select seq from event where id = ?", event);
    take(connection, booking, eventSeq, seq);
  }

  static void take(SqlConnection connection, Booking.Live booking, long eventSeq, long seq)
      throws SQLException {
    for (int place : booking.claim().places().ordinals()) {
      connection.update(
          "insert into place (event, place, booking) values (?, ?, ?)", eventSeq, place, seq);
    }
    for (int allowance : booking.claim().allowances().ordinals()) {
      connection.update(
          "insert into allowance (event, user_id, allowance, booking) values (?, ?, ?, ?)",
          eventSeq,
          booking.details().userId().value(),
          allowance,
          seq);
    }
  }

  /** Takes the rows of a booking away. */
  static void release(SqlConnection connection, Booking.Live booking) throws SQLException {
    String event = booking.details().eventId().value();
    for (int place : booking.claim().places().ordinals()) {
      connection.update(
          "delete from place where event = " + EVENT_SEQ + " and place = ?", event, place);
    }
    for (int allowance : booking.claim().allowances().ordinals()) {
      connection.update(
          "delete from allowance where event = " + EVENT_SEQ + " and user_id = ? and allowance = ?",
          event,
          booking.details().userId().value(),
          allowance);
    }
  }

  /**
   * A look at all that might stand in the way of a booking, in one statement: the booking under the
   * same key, a spent allowance, a taken place or ticket number.
   */
  static String conflicts(int quantity) {
    String marks = String.join(", ", Collections.nCopies(quantity, "?"));
    return """
        select (select seq from booking where user_id = ? and idempotency_key = ?),
          exists (select 1 from allowance
            where event = ? and user_id = ? and allowance in (%1$s)),
          exists (select 1 from place where event = ? and place in (%1$s))
            or exists (select 1 from booking where event = ? and ticket_number = ?)
        """
        .formatted(marks);
  }

  static Object[] conflictArguments(Booking.Live booking, long eventSeq) {
    String user = booking.details().userId().value();
    List<Object> arguments = new ArrayList<>();
    arguments.add(user);
    arguments.add(booking.details().key().value().toString());
    arguments.add(eventSeq);
    arguments.add(user);
    arguments.addAll(booking.claim().allowances().ordinals());
    arguments.add(eventSeq);
    arguments.addAll(booking.claim().places().ordinals());
    arguments.add(eventSeq);
    arguments.add(booking.details().ticketNumber().value());
    return arguments.toArray();
  }
}
