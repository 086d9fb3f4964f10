package dev.lastseat.domain.order;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Bookings of one user for several events that were made together: all of them, or none. What
 * becomes of each afterwards is its own affair, but that holds are confirmed together.
 *
 * @param key the client's name for the request that made it; its bookings carry the same
 * @param bookings in the order of the items that were asked for
 * @param cancelledAt when it was decided to give all of it back, which its bookings follow; empty
 *     also where they were given back one by one
 */
public record Order(
    OrderId id,
    UserId userId,
    IdempotencyKey key,
    List<BookingId> bookings,
    Instant createdAt,
    Optional<Instant> cancelledAt) {
  public Order {
    bookings = List.copyOf(bookings);
    boolean distinct = bookings.stream().distinct().count() == bookings.size();
    if (bookings.isEmpty() || bookings.size() > OrderItems.MAX || !distinct) {
      throw new InvalidValue("bookings", bookings, "must be 1 to " + OrderItems.MAX + ", distinct");
    }
  }
}
