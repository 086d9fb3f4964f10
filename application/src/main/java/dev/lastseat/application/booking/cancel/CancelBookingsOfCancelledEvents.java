package dev.lastseat.application.booking.cancel;

import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.port.store.sale.Bookings;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes back the live bookings of cancelled events, batch by batch. Needs no memory of how far it
 * came: whatever is still live after a crash is found by the next run.
 */
public record CancelBookingsOfCancelledEvents(
    Bookings bookings, BookingChanges changes, Clock clock) {
  /** Cancels all there are now; answers how many those were. */
  public int handle() {
    return changes.endAll(bookings::liveOfCancelledEvents, this::end);
  }

  /** A hold that was over before stays expired. */
  private Booking end(Booking.Live live) {
    Instant now = clock.instant();
    return live.asOf(now) instanceof Booking.Expired expired
        ? expired
        : live.cancel(now, Reason.EVENT_CANCELLED);
  }
}
