package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** Rows of the table booking, and bookings. */
final class BookingRows {
  /** A booking as a row, with the id of its event; conditions and order may follow. */
  static final String SELECT =
      """
      select b.*, e.id as event_id, b.booked_at as position_key
      from booking b join event e on e.seq = b.event
      """;

  static final String INSERT =
      """
      insert into booking (id, event, user_id, ticket_number, quantity, hold, unit_price_minor,
        currency, idempotency_key, booked_at, status, places, allowances, expires_at, confirmed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private BookingRows() {}

  static Booking read(ResultSet columns) throws SQLException {
    Row row = Row.of("booking", columns);
    BookingDetails details = details(row);
    return switch (row.text("status", BookingRows::status)) {
      case PENDING -> new Booking.Pending(details, claim(row), row.instant("expires_at"));
      case CONFIRMED -> new Booking.Confirmed(details, claim(row), row.instant("confirmed_at"));
      case CANCELLED ->
          new Booking.Cancelled(
              details,
              row.optionalInstant("confirmed_at"),
              row.instant("cancelled_at"),
              row.text("cancellation_reason", Reason::new));
      case EXPIRED -> new Booking.Expired(details, row.instant("expired_at"));
    };
  }

  static Booking.Live readLive(ResultSet columns) throws SQLException {
    Booking booking = read(columns);
    if (booking instanceof Booking.Live live) {
      return live;
    }
    throw new IllegalStateException("booking " + booking.id() + " is not live");
  }

  static Booking.Pending readPending(ResultSet columns) throws SQLException {
    Booking booking = read(columns);
    if (booking instanceof Booking.Pending pending) {
      return pending;
    }
    throw new IllegalStateException("booking " + booking.id() + " is not pending");
  }

  static Booking.Live live(SqlConnection connection, long seq) throws SQLException {
    return connection.first(SELECT + " where b.seq = ?", BookingRows::readLive, seq).orElseThrow();
  }

  /** The arguments of {@link #INSERT}. */
  static Object[] arguments(Booking.Live booking, long eventSeq) {
    BookingDetails details = booking.details();
    Long expiresAt = booking instanceof Booking.Pending hold ? millis(hold) : null;
    Long confirmedAt =
        booking instanceof Booking.Confirmed sold ? sold.confirmedAt().toEpochMilli() : null;
    return new Object[] {
      details.id().value(),
      eventSeq,
      details.userId().value(),
      details.ticketNumber().value(),
      details.quantity().tickets(),
      details.hold() ? 1 : 0,
      details.unitPrice().minorUnits(),
      details.unitPrice().currency().getCurrencyCode(),
      details.key().value().toString(),
      details.bookedAt().toEpochMilli(),
      BookingStatus.of(booking).word(),
      OrdinalText.of(booking.claim().places().ordinals()),
      OrdinalText.of(booking.claim().allowances().ordinals()),
      expiresAt,
      confirmedAt
    };
  }

  private static long millis(Booking.Pending hold) {
    return hold.expiresAt().toEpochMilli();
  }

  private static BookingDetails details(Row row) throws SQLException {
    return new BookingDetails(
        row.text("id", BookingId::new),
        row.text("event_id", EventId::new),
        row.text("user_id", UserId::new),
        row.text("ticket_number", TicketNumber::new),
        row.sense("quantity", () -> new Quantity(row.integer("quantity"))),
        row.integer("hold") == 1,
        row.sense("unit_price_minor", () -> price(row)),
        row.text("idempotency_key", key -> new IdempotencyKey(UUID.fromString(key))),
        row.instant("booked_at"));
  }

  private static Money price(Row row) throws SQLException {
    return new Money(row.number("unit_price_minor"), row.text("currency", Money::currency));
  }

  private static Claim claim(Row row) throws SQLException {
    return new Claim(
        row.text("places", text -> new Places(OrdinalText.parse(text))),
        row.text("allowances", text -> new Allowances(OrdinalText.parse(text))));
  }

  private static BookingStatus status(String word) {
    return BookingStatus.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
