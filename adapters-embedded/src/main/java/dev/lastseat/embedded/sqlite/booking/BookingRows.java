package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.stored.StoredBookings;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.row.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bookings from rows of {@code booking}, and as values for them. */
final class BookingRows {
  private static final String BOOKED_AT = "bookedAt";

  private BookingRows() {}

  static Booking read(Row row) {
    return StoredBookings.booking(row, BOOKED_AT);
  }

  /** Those of a statement that may go through many rows, but what makes no sense. */
  static <T extends Booking> List<T> scan(
      Database database, Class<T> state, String sql, Object... values) {
    return database.scan(store -> store.readable(sql, row -> state.cast(read(row)), values));
  }

  /** The state, then the details. */
  static @Nullable Object[] insert(long event, Booking booking) {
    return StoredBookings.values(booking, BOOKED_AT)
        .with("event", event)
        .with("guestWords", booking.details().sale().flatMap(BookingRows::guestWords))
        .array();
  }

  private static Optional<String> guestWords(BoxOfficeSale sale) {
    return sale.guest().map(guest -> Words.text(guest.words()));
  }

  /** The new state, then what is known of the old one. */
  static @Nullable Object[] change(Booking.Live from, Booking to) {
    return concat(
        StoredBookings.state(to).array(),
        from.id().value(),
        BookingStatus.of(from).word(),
        from.claim().places().ordinals(),
        from instanceof Booking.Pending hold ? hold.expiresAt() : null);
  }

  static @Nullable Object[] concat(@Nullable Object[] first, @Nullable Object... second) {
    @Nullable Object[] all = new @Nullable Object[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
