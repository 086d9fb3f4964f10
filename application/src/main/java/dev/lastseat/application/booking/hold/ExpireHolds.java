package dev.lastseat.application.booking.hold;

import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.port.store.sale.Bookings;
import java.time.Clock;
import java.time.Instant;

/**
 * Expires holds that nobody confirmed in time. May run on many instances at once: each hold expires
 * once.
 */
public record ExpireHolds(Bookings bookings, BookingChanges changes, Clock clock) {
  /** Expires all that are overdue now; answers how many those were. */
  public int handle() {
    Instant now = clock.instant();
    return changes.applyToAll(limit -> bookings.overdue(now, limit), hold -> hold.expire(now));
  }
}
