package dev.lastseat.redis;

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
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking as JSON: its details, and then what its state has. */
record StoredBooking(
    String id,
    String event,
    String user,
    String ticketNumber,
    int quantity,
    boolean hold,
    long unitPrice,
    String currency,
    UUID key,
    String bookedAt,
    @Nullable String order,
    State state) {

  /**
   * The state that a booking is in.
   *
   * @param since when it was confirmed, cancelled or expired; of a pending one, until when it is
   */
  record State(
      BookingStatus status,
      String since,
      List<Integer> places,
      List<Integer> allowances,
      @Nullable String confirmedAt,
      @Nullable String reason) {

    static State of(Booking booking) {
      return switch (booking) {
        case Booking.Pending(_, Claim claim, Instant end) ->
            live(BookingStatus.PENDING, claim, end);
        case Booking.Confirmed(_, Claim claim, Instant at) ->
            live(BookingStatus.CONFIRMED, claim, at);
        case Booking.Cancelled(_, Optional<Instant> confirmed, Instant at, Reason reason) ->
            new State(
                BookingStatus.CANCELLED,
                at.toString(),
                List.of(),
                List.of(),
                confirmed.map(Instant::toString).orElse(null),
                reason.text());
        case Booking.Expired(_, Instant at) ->
            new State(BookingStatus.EXPIRED, at.toString(), List.of(), List.of(), null, null);
      };
    }

    private static State live(BookingStatus status, Claim claim, Instant time) {
      return new State(
          status,
          time.toString(),
          claim.places().ordinals(),
          claim.allowances().ordinals(),
          null,
          null);
    }

    Booking booking(BookingDetails details) {
      Instant time = Instant.parse(since);
      return switch (status) {
        case PENDING -> new Booking.Pending(details, claim(), time);
        case CONFIRMED -> new Booking.Confirmed(details, claim(), time);
        case CANCELLED ->
            new Booking.Cancelled(
                details,
                Optional.ofNullable(confirmedAt).map(Instant::parse),
                time,
                Optional.ofNullable(reason).map(Reason::new).orElseThrow());
        case EXPIRED -> new Booking.Expired(details, time);
      };
    }

    private Claim claim() {
      return new Claim(Places.of(places), new Allowances(allowances));
    }
  }

  static StoredBooking of(Booking booking) {
    BookingDetails details = booking.details();
    return new StoredBooking(
        details.id().value(),
        details.eventId().value(),
        details.userId().value(),
        details.ticketNumber().value(),
        details.quantity().tickets(),
        details.hold(),
        details.unitPrice().minorUnits(),
        details.unitPrice().currency().getCurrencyCode(),
        details.key().value(),
        details.bookedAt().toString(),
        details.order().map(OrderId::value).orElse(null),
        State.of(booking));
  }

  /**
   * The booking that was written.
   *
   * @throws RuntimeException of any kind when it was not written here
   */
  Booking booking() {
    return state.booking(
        new BookingDetails(
            new BookingId(id),
            new EventId(event),
            new UserId(user),
            new TicketNumber(ticketNumber),
            new Quantity(quantity),
            hold,
            new Money(unitPrice, Money.currency(currency)),
            new IdempotencyKey(key),
            Instant.parse(bookedAt),
            Optional.ofNullable(order).map(OrderId::new)));
  }
}
