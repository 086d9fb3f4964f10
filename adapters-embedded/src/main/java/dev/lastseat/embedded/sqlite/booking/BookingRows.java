package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.stored.StoredBookings;
import dev.lastseat.domain.user.Email;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.row.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bookings from rows of {@code booking}, and as values for them. */
final class BookingRows {
  private BookingRows() {}

  static Booking read(Row row) {
    return StoredBookings.booking(row, "bookedAt");
  }

  /** Those of a statement that may go through many rows, but what makes no sense. */
  static <T extends Booking> List<T> scan(
      Database database, Class<T> state, String sql, Object... values) {
    return database.scan(store -> store.readable(sql, row -> state.cast(read(row)), values));
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
      case Booking.Pending(_, Claim claim, Instant end) -> live(word, claim, end, null, null);
      case Booking.Confirmed(_, Claim claim, Instant at, Returns returns) ->
          live(word, claim, null, at, text(returns));
      case Booking.Cancelled(_, var confirmed, Instant at, var reason, Returns returns) ->
          values(word, null, null, null, null, confirmed, at, reason.text(), null, text(returns));
      case Booking.Expired(_, Instant at) ->
          values(word, null, null, null, null, null, null, null, at, null);
    };
  }

  private static @Nullable Object[] live(
      String word,
      Claim claim,
      @Nullable Instant end,
      @Nullable Instant confirmed,
      @Nullable String returns) {
    List<Integer> places = places(claim);
    List<Integer> allowances = allowances(claim);
    return values(
        word, places, places.size(), allowances, end, confirmed, null, null, null, returns);
  }

  private static @Nullable String text(Returns returns) {
    return returns.list().isEmpty() ? null : returns.text();
  }

  static List<Integer> places(Claim claim) {
    return claim.places().ordinals();
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
