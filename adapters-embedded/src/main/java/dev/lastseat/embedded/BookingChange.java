package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingStatus;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One conditional update: a booking that is still as it was seen gets its next state. */
final class BookingChange {
  static final String CONFIRM =
      """
      update booking set status = 'confirmed', confirmed_at = ?
      where id = ? and status = ? and places = ?
      """;

  /** A hold's end is not kept when it has been given back; what is no longer live has no claim. */
  static final String END =
      """
      update booking set status = ?, cancelled_at = ?, cancellation_reason = ?, expired_at = ?,
        places = null, allowances = null
      where id = ? and status = ? and places = ?
      """;

  private BookingChange() {}

  static boolean apply(SqlConnection connection, Booking.Live from, Booking to)
      throws SQLException {
    return switch (to) {
      case Booking.Confirmed confirmed ->
          updated(connection, CONFIRM, from, confirmed.confirmedAt().toEpochMilli());
      case Booking.Cancelled cancelled ->
          end(connection, from, to, cancelled.cancelledAt(), cancelled.reason().text(), null);
      case Booking.Expired expired -> end(connection, from, to, null, null, expired.expiredAt());
      case Booking.Pending pending ->
          throw new IllegalArgumentException("nothing becomes pending: " + pending.id());
    };
  }

  private static boolean end(
      SqlConnection connection,
      Booking.Live from,
      Booking to,
      @Nullable Instant cancelledAt,
      @Nullable String reason,
      @Nullable Instant expiredAt)
      throws SQLException {
    boolean ended =
        updated(
            connection,
            END,
            from,
            BookingStatus.of(to).word(),
            cancelledAt == null ? null : cancelledAt.toEpochMilli(),
            reason,
            expiredAt == null ? null : expiredAt.toEpochMilli());
    if (ended) {
      ClaimRows.release(connection, from);
    }
    return ended;
  }

  /** Whether the booking was still in the state and on the places it was seen with. */
  private static boolean updated(
      SqlConnection connection, String sql, Booking.Live from, @Nullable Object... values)
      throws SQLException {
    @Nullable Object[] arguments = new Object[values.length + 3];
    System.arraycopy(values, 0, arguments, 0, values.length);
    arguments[values.length] = from.id().value();
    arguments[values.length + 1] = BookingStatus.of(from).word();
    arguments[values.length + 2] = OrdinalText.of(from.claim().places().ordinals());
    return connection.update(sql, arguments) == 1;
  }
}
