package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;

/** Lists a user's own bookings; an admin may list anybody's. */
public final class ListBookings {
  private final Bookings bookings;
  private final FindBooking finder;

  public ListBookings(Bookings bookings, FindBooking finder) {
    this.bookings = bookings;
    this.finder = finder;
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
    Page<Booking> page = bookings.search(query);
    return new Outcome.Listed(
        new Page<>(finder.withEvents(page.items()), page.total(), page.next()));
  }
}
