package dev.lastseat.redis;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a user's bookings as JSON.
 *
 * @param request which kind of page was asked for
 * @param until how long it may be shown, in milliseconds since 1970
 */
record StoredPage(
    String request,
    long until,
    List<StoredBooking> bookings,
    @Nullable Long total,
    @Nullable Position next) {

  static StoredPage of(PageRequest request, long until, Page<Booking> page) {
    return new StoredPage(
        kind(request),
        until,
        page.items().stream().map(StoredBooking::of).toList(),
        page.total().orElse(null),
        page.next().orElse(null));
  }

  /** The page, if it is what is asked for and not too old. */
  Optional<Page<Booking>> page(PageRequest asked, long now) {
    return now < until && request.equals(kind(asked))
        ? Optional.of(
            new Page<>(
                bookings.stream().map(StoredBooking::booking).toList(),
                Optional.ofNullable(total),
                Optional.ofNullable(next)))
        : Optional.empty();
  }

  private static String kind(PageRequest request) {
    return switch (request) {
      case PageRequest.Numbered(int _, int limit) -> "numbered:" + limit;
      case PageRequest.After(var _, int limit) -> "after:" + limit;
    };
  }
}
