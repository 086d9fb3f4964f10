package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.row.Row;
import dev.lastseat.embedded.sqlite.row.Values;
import dev.lastseat.embedded.sqlite.row.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bookings from rows of {@code booking}, and as values for them. */
final class BookingRows {
  private BookingRows() {}

  static Booking read(ResultSet result) throws SQLException {
    Row row = new Row("booking", result);
    BookingDetails details = details(row);
    return switch (row.word("status", BookingStatus.class)) {
      case PENDING -> new Booking.Pending(details, claim(row), row.time("expires_at"));
      case CONFIRMED -> confirmed(details, row);
      case CANCELLED -> cancelled(details, row);
      case EXPIRED -> new Booking.Expired(details, row.time("expired_at"));
    };
  }

  private static BookingDetails details(Row row) throws SQLException {
    return new BookingDetails(
        row.text("id", BookingId::new),
        row.text("event_id", EventId::new),
        row.text("user_id", UserId::new),
        row.text("ticket_number", TicketNumber::new),
        row.number("quantity", count -> new Quantity(Math.toIntExact(count))),
        row.flag("hold"),
        row.money("unit_price"),
        row.text("idempotency_key", key -> new IdempotencyKey(UUID.fromString(key))),
        row.time("booked_at"),
        row.optionalText("order_id", OrderId::new),
        sale(row));
  }

  private static Optional<BoxOfficeSale> sale(Row row) throws SQLException {
    Optional<Email> email = row.optionalText("guest_email", Email::new);
    Optional<Guest> guest = row.optionalText("guest_name", name -> new Guest(name, email));
    Optional<String> contingent = row.optionalText("contingent", name -> name);
    return row.optionalText(
        "seller", seller -> new BoxOfficeSale(new UserId(seller), guest, contingent));
  }

  private static Claim claim(Row row) throws SQLException {
    Places places = row.text("places", json -> Places.of(Values.ordinals(json)));
    return row.text("allowances", json -> new Claim(places, new Allowances(Values.ordinals(json))));
  }

  private static Booking.Confirmed confirmed(BookingDetails details, Row row) throws SQLException {
    Claim claim = claim(row);
    Instant at = row.time("confirmed_at");
    Returns returns = returns(details, row);
    return row.sensible("returns", () -> new Booking.Confirmed(details, claim, at, returns));
  }

  private static Returns returns(BookingDetails details, Row row) throws SQLException {
    return row.optionalText("returns", text -> Returns.parse(text, details.unitPrice().currency()))
        .orElse(Returns.NONE);
  }

  private static Booking.Cancelled cancelled(BookingDetails details, Row row) throws SQLException {
    return new Booking.Cancelled(
        details,
        row.optionalTime("confirmed_at"),
        row.time("cancelled_at"),
        row.text("reason", Reason::new),
        returns(details, row));
  }

  /** The state, then the details. */
  static @Nullable Object[] insert(long event, Booking booking) {
    BookingDetails details = booking.details();
    Optional<Guest> guest = details.sale().flatMap(BoxOfficeSale::guest);
    return concat(
        state(booking),
        event,
        details.id().value(),
        details.eventId().value(),
        details.userId().value(),
        details.ticketNumber().value(),
        details.quantity().tickets(),
        details.hold(),
        details.unitPrice().minorUnits(),
        details.unitPrice().currency().getCurrencyCode(),
        details.key().value(),
        details.bookedAt(),
        details.order().map(OrderId::value),
        details.sale().map(sale -> sale.seller().value()),
        details.contingent(),
        guest.map(Guest::name),
        guest.flatMap(Guest::email).map(Email::value),
        guest.map(it -> Words.text(it.words())));
  }

  /** The new state, then what is known of the old one. */
  static @Nullable Object[] change(Booking.Live from, Booking to) {
    return concat(state(to), from.id().value(), word(from), places(from.claim()), endOfHold(from));
  }

  private static @Nullable Instant endOfHold(Booking.Live from) {
    return from instanceof Booking.Pending hold ? hold.expiresAt() : null;
  }

  /**
   * Status, places, how many those are, allowances, end of the hold, confirmed, cancelled, reason,
   * expired, returns.
   */
  private static @Nullable Object[] state(Booking booking) {
    String word = word(booking);
    return switch (booking) {
      case Booking.Pending(_, Claim claim, Instant end) ->
          values(
              word,
              places(claim),
              standing(claim),
              allowances(claim),
              end,
              null,
              null,
              null,
              null,
              null);
      case Booking.Confirmed(_, Claim claim, Instant at, Returns returns) ->
          values(
              word,
              places(claim),
              standing(claim),
              allowances(claim),
              null,
              at,
              null,
              null,
              null,
              text(returns));
      case Booking.Cancelled(_, var confirmed, Instant at, var reason, Returns returns) ->
          values(word, null, null, null, null, confirmed, at, reason.text(), null, text(returns));
      case Booking.Expired(_, Instant at) ->
          values(word, null, null, null, null, null, null, null, at, null);
    };
  }

  private static @Nullable String text(Returns returns) {
    return returns.list().isEmpty() ? null : returns.text();
  }

  static List<Integer> places(Claim claim) {
    return claim.places().ordinals();
  }

  private static int standing(Claim claim) {
    return claim.places().ordinals().size();
  }

  static List<Integer> allowances(Claim claim) {
    return claim.allowances().ordinals();
  }

  private static String word(Booking booking) {
    return BookingStatus.of(booking).word();
  }

  private static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }

  static @Nullable Object[] concat(@Nullable Object[] first, @Nullable Object... second) {
    @Nullable Object[] all = new @Nullable Object[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
