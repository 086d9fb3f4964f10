package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.JsonArrays;
import dev.lastseat.embedded.sqlite.engine.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** Bookings from rows of {@code booking}. */
final class BookingRows {
  private BookingRows() {}

  static Booking read(ResultSet result) throws SQLException {
    Row row = new Row("booking", result);
    BookingDetails details = details(row);
    return switch (row.text("status", BookingRows::status)) {
      case PENDING -> new Booking.Pending(details, claim(row), row.time("expires_at"));
      case CONFIRMED -> new Booking.Confirmed(details, claim(row), row.time("confirmed_at"));
      case CANCELLED -> cancelled(details, row);
      case EXPIRED -> new Booking.Expired(details, row.time("expired_at"));
    };
  }

  private static BookingStatus status(String word) {
    return BookingStatus.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static BookingDetails details(Row row) throws SQLException {
    return new BookingDetails(
        row.text("id", BookingId::new),
        row.text("event_id", EventId::new),
        row.text("user_id", UserId::new),
        row.text("ticket_number", TicketNumber::new),
        row.number("quantity", count -> new Quantity(Math.toIntExact(count))),
        row.number("hold", flag -> flag == 1),
        price(row),
        row.text("idempotency_key", key -> new IdempotencyKey(UUID.fromString(key))),
        row.time("booked_at"),
        row.optionalText("order_id", OrderId::new));
  }

  private static Money price(Row row) throws SQLException {
    var currency = row.text("currency", Money::currency);
    return row.number("unit_price", minorUnits -> new Money(minorUnits, currency));
  }

  private static Claim claim(Row row) throws SQLException {
    Places places = row.text("places", json -> Places.of(JsonArrays.parse(json)));
    return row.text(
        "allowances", json -> new Claim(places, new Allowances(JsonArrays.parse(json))));
  }

  private static Booking.Cancelled cancelled(BookingDetails details, Row row) throws SQLException {
    return new Booking.Cancelled(
        details,
        row.optionalTime("confirmed_at"),
        row.time("cancelled_at"),
        row.text("reason", Reason::new));
  }
}
