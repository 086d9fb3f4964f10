package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Places;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Moves bookings to lower places, for an event that gets fewer of them. */
final class Shrinking {
  private static final String BEYOND =
      """
      select distinct booking from place
      where event = (select seq from event where id = ?) and place > ?
      """;

  private Shrinking() {}

  /** The caller has made sure that there is room. */
  static void moveWithin(SqlConnection connection, PlaceRows places, int total)
      throws SQLException {
    List<Long> beyond =
        connection.list(BEYOND, row -> row.getLong(1), places.event().value(), total);
    Deque<Integer> free = new ArrayDeque<>(places.free(total, total));
    for (long seq : beyond) {
      Booking.Live booking = BookingRows.live(connection, seq);
      ClaimRows.release(connection, booking);
      Booking.Live moved = booking.moveTo(within(booking.claim().places(), total, free));
      ClaimRows.take(connection, moved, seq);
      connection.update(
          "update booking set places = ? where seq = ?",
          OrdinalText.of(moved.claim().places().ordinals()),
          seq);
    }
  }

  private static Places within(Places places, int total, Deque<Integer> free) {
    List<Integer> moved = new ArrayList<>();
    for (int place : places.ordinals()) {
      moved.add(place <= total ? place : free.removeFirst());
    }
    return Places.of(moved);
  }
}
