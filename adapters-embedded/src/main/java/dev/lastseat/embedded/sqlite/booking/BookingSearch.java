package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Conditions;
import dev.lastseat.embedded.sqlite.engine.PageReader;
import dev.lastseat.embedded.sqlite.engine.SortColumn;
import dev.lastseat.embedded.sqlite.engine.Sql;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Times;
import java.sql.SQLException;

/** Lists bookings, newest first. */
public record BookingSearch(BookingQuery query) {
  private static final PageReader<Booking> PAGES =
      new PageReader<>("booking", new SortColumn("booked_at", false), false, BookingRows::read);

  Page<Booking> in(SqlConnection connection) throws SQLException {
    return PAGES.read(connection, conditions(), query.page());
  }

  /** The statement for its first page. */
  public Sql statement() {
    return PAGES.select(conditions());
  }

  private Conditions conditions() {
    return Conditions.none()
        .and("user_id = ?", query.user().map(UserId::value))
        .and("status = ?", query.status().map(BookingStatus::word))
        .and("event_id = ?", query.event().map(EventId::value))
        .and("booked_at >= ?", query.from().map(Times::from))
        .and("booked_at <= ?", query.to().map(Times::to));
  }
}
