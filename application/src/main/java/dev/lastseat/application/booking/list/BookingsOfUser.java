package dev.lastseat.application.booking.list;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All bookings of one user, the newest first. */
public record BookingsOfUser(Bookings bookings, FindBooking finder, Clock clock) {
  public List<BookingWithEvent> all(UserId user) {
    Instant now = clock.instant();
    return finder.withEvents(
        Page.all(page -> bookings.search(BookingQuery.all(page).of(Set.of(user)), now)), now);
  }

  /** Those that hold places of events that have not begun. */
  public List<BookingWithEvent> live(UserId user) {
    Instant now = clock.instant();
    return all(user).stream()
        .filter(it -> it.booking() instanceof Booking.Live)
        .filter(it -> it.event().filter(event -> event.hasBegun(now)).isEmpty())
        .toList();
  }
}
