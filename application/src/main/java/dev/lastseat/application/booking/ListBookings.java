package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lists a user's own bookings; an admin may list anybody's. */
public final class ListBookings {
  private final Bookings bookings;
  private final FirstPages pages;
  private final FindBooking finder;
  private final Clock clock;

  public ListBookings(Bookings bookings, FirstPages pages, FindBooking finder, Clock clock) {
    this.bookings = bookings;
    this.pages = pages;
    this.finder = finder;
    this.clock = clock;
  }

  /** What became of the wish. */
  public sealed interface Outcome {
    record Listed(Page<BookingWithEvent> page) implements Outcome {}

    /** Other people's bookings are for admins. */
    record Forbidden() implements Outcome {}
  }

  public Outcome handle(BookingQuery query, Principal viewer) {
    boolean own = query.user().filter(viewer.userId()::equals).isPresent();
    if (!own && !viewer.isAdmin()) {
      return new Outcome.Forbidden();
    }
    Instant now = clock.instant();
    Page<Booking> page =
        firstPageOf(query)
            .map(user -> pages.get(user, query.page(), () -> bookings.search(query, now)))
            .orElseGet(() -> bookings.search(query, now));
    return new Outcome.Listed(
        new Page<>(finder.withEvents(page.items(), now), page.total(), page.next()));
  }

  /**
   * Whose first page of all bookings is wanted: that is what most people look at, time and again.
   */
  private static Optional<UserId> firstPageOf(BookingQuery query) {
    BookingQuery allOfTheUser =
        new BookingQuery(
            query.user(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            query.page());
    return query.user().filter(user -> query.equals(allOfTheUser) && isFirst(query.page()));
  }

  private static boolean isFirst(PageRequest request) {
    return switch (request) {
      case PageRequest.Numbered(int page, int _) -> page == 1;
      case PageRequest.After(Optional<Position> position, int _) -> position.isEmpty();
    };
  }
}
