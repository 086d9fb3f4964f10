package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The queries for bookings. */
final class BookingSql {
  static final String EVENT_SEQ = "select seq from event where id = ?";

  static final String BY_ID = BookingRows.SELECT + " where b.id = ?";
  static final String BY_SEQ = BookingRows.SELECT + " where b.seq = ?";
  static final String BY_KEY =
      BookingRows.SELECT + " where b.user_id = ? and b.idempotency_key = ?";

  static final String OVERDUE =
      BookingRows.SELECT
          + """
           where b.status = 'pending' and b.expires_at <= ? order by b.expires_at limit ?
          """;

  static final String OVERDUE_OF_EVENT =
      BookingRows.SELECT
          + """
           where b.event = (select seq from event where id = ?) and b.status = 'pending'
             and b.expires_at <= ?
           order by b.expires_at limit ?
          """;

  /**
   * From the few cancelled events to their bookings; the other way round every live booking would
   * be looked at.
   */
  static final String OF_CANCELLED =
      """
      select b.*, e.id as event_id from event e cross join booking b on b.event = e.seq
      where e.status = 'cancelled' and b.status in ('pending', 'confirmed') limit ?
      """;

  static final String COUNT =
      """
      select status, sum(quantity) from booking
      where event = (select seq from event where id = ?) and status in ('pending', 'confirmed')
      group by status
      """;

  static final String ALLOWANCES =
      """
      select allowance from allowance
      where event = (select seq from event where id = ?) and user_id = ?
      """;

  private static final PageQuery<Booking> NEWEST_FIRST =
      new PageQuery<>(
          BookingRows.SELECT,
          "select count(*) from booking b",
          "b.booked_at",
          true,
          "b.id",
          false,
          BookingRows::read);

  private BookingSql() {}

  static TicketCounts counts(ResultSet row) throws SQLException {
    int tickets = row.getInt(2);
    return row.getString(1).equals(BookingStatus.PENDING.word())
        ? new TicketCounts(0, tickets)
        : new TicketCounts(tickets, 0);
  }

  static Page<Booking> search(SqlConnection connection, BookingQuery query) throws SQLException {
    Filters filters =
        new Filters()
            .and("b.user_id = ?", query.user().map(UserId::value))
            .and("b.status = ?", query.status().map(BookingStatus::word))
            .and(
                "b.event = (select seq from event where id = ?)", query.event().map(EventId::value))
            .and("b.booked_at >= ?", query.from().map(Instant::toEpochMilli))
            .and("b.booked_at <= ?", query.to().map(Instant::toEpochMilli));
    return NEWEST_FIRST.read(connection, filters, query.page());
  }
}
