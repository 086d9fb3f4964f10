package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.embedded.sqlite.engine.JsonArrays;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bookings as values of {@code booking}, in the order of {@link BookingSql}. */
public final class BookingColumns {
  private BookingColumns() {}

  /** The state, then the details. */
  public static @Nullable Object[] insert(Booking booking) {
    BookingDetails details = booking.details();
    return concat(
        state(booking),
        details.id().value(),
        details.eventId().value(),
        details.userId().value(),
        details.ticketNumber().value(),
        details.quantity().tickets(),
        details.hold() ? 1 : 0,
        details.unitPrice().minorUnits(),
        details.unitPrice().currency().getCurrencyCode(),
        details.key().value().toString(),
        details.bookedAt().toEpochMilli(),
        details.order().map(OrderId::value).orElse(null));
  }

  /** The new state, then what is known of the old one. */
  static @Nullable Object[] change(Booking.Live from, Booking to) {
    return concat(state(to), from.id().value(), word(from), places(from.claim()));
  }

  /** Status, places, allowances, end of the hold, confirmed, cancelled, reason, expired. */
  private static @Nullable Object[] state(Booking booking) {
    String word = word(booking);
    return switch (booking) {
      case Booking.Pending(_, Claim claim, Instant end) ->
          values(
              word, places(claim), allowances(claim), end.toEpochMilli(), null, null, null, null);
      case Booking.Confirmed(_, Claim claim, Instant at) ->
          values(word, places(claim), allowances(claim), null, at.toEpochMilli(), null, null, null);
      case Booking.Cancelled(_, Optional<Instant> confirmed, Instant at, var reason) ->
          values(
              word,
              null,
              null,
              null,
              confirmed.map(Instant::toEpochMilli).orElse(null),
              at.toEpochMilli(),
              reason.text(),
              null);
      case Booking.Expired(_, Instant at) ->
          values(word, null, null, null, null, null, null, at.toEpochMilli());
    };
  }

  static String places(Claim claim) {
    return JsonArrays.of(claim.places().ordinals());
  }

  static String allowances(Claim claim) {
    return JsonArrays.of(claim.allowances().ordinals());
  }

  private static String word(Booking booking) {
    return BookingStatus.of(booking).word();
  }

  private static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }

  private static @Nullable Object[] concat(@Nullable Object[] first, @Nullable Object... second) {
    @Nullable Object[] all = new @Nullable Object[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
