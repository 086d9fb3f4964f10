package dev.lastseat.domain.fact;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Bookings as facts tell them. */
public final class BookingFacts {
  private static final SortedMap<String, String> NOTHING = Collections.emptySortedMap();

  private BookingFacts() {}

  /** A new booking. */
  public static Change recorded(Booking.Live booking) {
    return between(NOTHING, booking);
  }

  /** A booking taken from one state to another. */
  public static Change changed(Booking.Live from, Booking to) {
    return between(fields(from), to);
  }

  private static Change between(SortedMap<String, String> before, Booking to) {
    return Change.between(StreamId.of(to.id()), kind(to), at(to), before, fields(to));
  }

  /** A booking that was given other places, for its event got smaller. */
  public static Change moved(BookingId booking, Places places, Instant at) {
    return of(booking, FactKind.BOOKING_MOVED, at, "places", places.text());
  }

  /** A hold that ends earlier, for its event begins earlier. */
  public static Change shortened(BookingId booking, Instant end, Instant at) {
    return of(booking, FactKind.BOOKING_SHORTENED, at, "expiresAt", end.toString());
  }

  private static Change of(
      BookingId booking, FactKind kind, Instant at, String field, String value) {
    SortedMap<String, String> data = new TreeMap<>();
    data.put(field, value);
    return new Change(StreamId.of(booking), kind, at, Cause.current(), data);
  }

  private static FactKind kind(Booking booking) {
    return switch (BookingStatus.of(booking)) {
      case PENDING -> FactKind.BOOKING_HELD;
      case CONFIRMED -> FactKind.BOOKING_CONFIRMED;
      case CANCELLED -> FactKind.BOOKING_CANCELLED;
      case EXPIRED -> FactKind.BOOKING_EXPIRED;
    };
  }

  private static Instant at(Booking booking) {
    return switch (booking) {
      case Booking.Pending pending -> pending.details().bookedAt();
      case Booking.Confirmed confirmed -> confirmed.confirmedAt();
      case Booking.Cancelled cancelled -> cancelled.cancelledAt();
      case Booking.Expired expired -> expired.expiredAt();
    };
  }

  /** All that there is to know of a booking. */
  public static SortedMap<String, String> fields(Booking booking) {
    SortedMap<String, String> fields = new TreeMap<>();
    BookingDetails details = booking.details();
    fields.put("event", details.eventId().value());
    fields.put("user", details.userId().value());
    fields.put("ticketNumber", details.ticketNumber().value());
    fields.put("quantity", Integer.toString(details.quantity().tickets()));
    fields.put("hold", Boolean.toString(details.hold()));
    fields.put("unitPrice", details.unitPrice().major().toPlainString());
    fields.put("currency", details.unitPrice().currency().getCurrencyCode());
    fields.put("key", details.key().value().toString());
    fields.put("bookedAt", details.bookedAt().toString());
    details.order().ifPresent(order -> fields.put("order", order.value()));
    fields.put("status", BookingStatus.of(booking).word());
    putState(fields, booking);
    return fields;
  }

  private static void putState(SortedMap<String, String> fields, Booking booking) {
    switch (booking) {
      case Booking.Pending(_, Claim claim, Instant end) -> {
        putClaim(fields, claim);
        fields.put("expiresAt", end.toString());
      }
      case Booking.Confirmed(_, Claim claim, Instant at) -> {
        putClaim(fields, claim);
        fields.put("confirmedAt", at.toString());
      }
      case Booking.Cancelled(_, Optional<Instant> confirmed, Instant at, Reason reason) -> {
        confirmed.ifPresent(then -> fields.put("confirmedAt", then.toString()));
        fields.put("cancelledAt", at.toString());
        fields.put("reason", reason.text());
      }
      case Booking.Expired(_, Instant at) -> fields.put("expiredAt", at.toString());
    }
  }

  private static void putClaim(SortedMap<String, String> fields, Claim claim) {
    fields.put("places", claim.places().text());
    fields.put("allowances", claim.allowances().text());
  }

  /**
   * The booking that its facts tell of.
   *
   * @throws IllegalArgumentException when they tell of none
   */
  public static Booking booking(BookingId id, StreamState state) {
    BookingDetails details =
        new BookingDetails(
            id,
            new EventId(state.text("event")),
            new UserId(state.text("user")),
            new TicketNumber(state.text("ticketNumber")),
            new Quantity(Integer.parseInt(state.text("quantity"))),
            Boolean.parseBoolean(state.text("hold")),
            state.money("unitPrice"),
            new IdempotencyKey(UUID.fromString(state.text("key"))),
            state.time("bookedAt"),
            state.optionalText("order").map(OrderId::new));
    return switch (BookingStatus.valueOf(state.text("status").toUpperCase(Locale.ROOT))) {
      case PENDING -> new Booking.Pending(details, claim(state), state.time("expiresAt"));
      case CONFIRMED -> new Booking.Confirmed(details, claim(state), state.time("confirmedAt"));
      case CANCELLED ->
          new Booking.Cancelled(
              details,
              state.optionalText("confirmedAt").map(Instant::parse),
              state.time("cancelledAt"),
              new Reason(state.text("reason")));
      case EXPIRED -> new Booking.Expired(details, state.time("expiredAt"));
    };
  }

  private static Claim claim(StreamState state) {
    return new Claim(
        Places.parse(state.text("places")), Allowances.parse(state.text("allowances")));
  }
}
