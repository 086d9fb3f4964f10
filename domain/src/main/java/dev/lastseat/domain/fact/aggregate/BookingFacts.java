package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
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
    return Change.of(StreamId.of(booking), FactKind.BOOKING_MOVED, at, "places", places.text());
  }

  /** A hold that ends earlier, for its event begins earlier. */
  public static Change shortened(BookingId booking, Instant end, Instant at) {
    return Change.of(
        StreamId.of(booking), FactKind.BOOKING_SHORTENED, at, "expiresAt", end.toString());
  }

  /** A hold that ends later, so that it can be paid. */
  public static Change extended(BookingId booking, Instant end, Instant at) {
    return Change.of(
        StreamId.of(booking), FactKind.BOOKING_EXTENDED, at, "expiresAt", end.toString());
  }

  /** Whether it is a hold made alone that nobody bought in time, which a store forgets one day. */
  public static boolean mayBeForgotten(StreamState state) {
    return state.optionalText("status").filter(BookingStatus.EXPIRED.word()::equals).isPresent()
        && state.optionalText("order").isEmpty();
  }

  /** A booking of a guest, of whom nothing is kept any more. */
  public static Change guestForgotten(BookingId booking, Instant at) {
    return Change.of(StreamId.of(booking), FactKind.BOOKING_ANONYMISED, at, NOTHING);
  }

  private static FactKind kind(Booking booking) {
    return switch (BookingStatus.of(booking)) {
      case PENDING -> FactKind.BOOKING_HELD;
      case CONFIRMED ->
          booking.returns().list().isEmpty()
              ? FactKind.BOOKING_CONFIRMED
              : FactKind.BOOKING_RETURNED;
      case CANCELLED -> FactKind.BOOKING_CANCELLED;
      case EXPIRED -> FactKind.BOOKING_EXPIRED;
    };
  }

  private static Instant at(Booking booking) {
    return switch (booking) {
      case Booking.Pending pending -> pending.details().bookedAt();
      case Booking.Confirmed(_, _, Instant confirmedAt, Returns returns) ->
          returns.list().isEmpty() ? confirmedAt : returns.list().getLast().at();
      case Booking.Cancelled cancelled -> cancelled.cancelledAt();
      case Booking.Expired expired -> expired.expiredAt();
    };
  }

  /** All that there is to know of a booking. */
  public static SortedMap<String, String> fields(Booking booking) {
    BookingDetails details = booking.details();
    FactFields fields =
        new FactFields()
            .with("event", details.eventId().value())
            .with("user", details.userId().value())
            .with("ticketNumber", details.ticketNumber().value())
            .with("quantity", details.quantity().tickets())
            .with("hold", details.hold())
            .money("unitPrice", details.unitPrice())
            .with("key", details.key().value())
            .with("bookedAt", details.bookedAt())
            .with("order", details.order().map(OrderId::value))
            .with("seller", details.sale().map(sale -> sale.seller().value()))
            .with("contingent", details.contingent())
            .with("status", BookingStatus.of(booking))
            .with("returns", booking.returns().text());
    return ofState(fields, booking).texts();
  }

  private static FactFields ofState(FactFields fields, Booking booking) {
    return switch (booking) {
      case Booking.Pending(_, Claim claim, Instant end) ->
          ofClaim(fields, claim).with("expiresAt", end);
      case Booking.Confirmed(_, Claim claim, Instant at, _) ->
          ofClaim(fields, claim).with("confirmedAt", at);
      case Booking.Cancelled(_, Optional<Instant> confirmed, Instant at, Reason reason, _) ->
          fields
              .with("confirmedAt", confirmed)
              .with("cancelledAt", at)
              .with("reason", reason.text());
      case Booking.Expired(_, Instant at) -> fields.with("expiredAt", at);
    };
  }

  private static FactFields ofClaim(FactFields fields, Claim claim) {
    return fields
        .with("places", claim.places().text())
        .with("allowances", claim.allowances().text());
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
            state.optionalText("order").map(OrderId::new),
            state
                .optionalText("seller")
                .map(
                    seller ->
                        new BoxOfficeSale(
                            new UserId(seller),
                            Optional.empty(),
                            state.optionalText("contingent"))));
    Returns returns =
        Returns.parse(state.optionalText("returns").orElse(""), details.unitPrice().currency());
    return switch (Spelled.parse(BookingStatus.class, state.text("status"))) {
      case PENDING -> new Booking.Pending(details, claim(state), state.time("expiresAt"));
      case CONFIRMED ->
          new Booking.Confirmed(details, claim(state), state.time("confirmedAt"), returns);
      case CANCELLED ->
          new Booking.Cancelled(
              details,
              state.optionalTime("confirmedAt"),
              state.time("cancelledAt"),
              new Reason(state.text("reason")),
              returns);
      case EXPIRED -> new Booking.Expired(details, state.time("expiredAt"));
    };
  }

  private static Claim claim(StreamState state) {
    return new Claim(
        Places.parse(state.text("places")), Allowances.parse(state.text("allowances")));
  }
}
