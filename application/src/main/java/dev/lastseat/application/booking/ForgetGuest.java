package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;

/**
 * Keeps nothing any more of a guest whom tickets were sold to, nor of who was to come with them,
 * for who has no account cannot erase it. The booking stays for the books, and its codes stay good.
 * For those who run the sale.
 */
public record ForgetGuest(
    FindBooking finder, Bookings bookings, Tickets tickets, FirstPages pages, Clock clock) {
  /** Whether there is such a booking for whoever asks. */
  public boolean handle(BookingId id, Principal by) {
    return finder
        .handle(id, by)
        .filter(found -> FindBooking.oversees(by, found))
        .map(found -> forget(found.booking().details()))
        .isPresent();
  }

  /** Who has an account says themselves who comes with their tickets. */
  private boolean forget(BookingDetails booking) {
    Instant now = clock.instant();
    if (booking.userId().equals(BoxOfficeSale.guestId(booking.key()))) {
      tickets.forgetVisitors(booking.id(), now);
    }
    boolean kept = bookings.forgetGuest(booking.id(), now);
    pages.forget(booking.userId());
    return kept;
  }
}
