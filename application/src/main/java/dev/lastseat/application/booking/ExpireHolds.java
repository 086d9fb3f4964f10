package dev.lastseat.application.booking;

import dev.lastseat.domain.port.store.Bookings;
import java.time.Clock;
import java.time.Instant;

/**
 * Expires holds that nobody confirmed in time. May run on many instances at once: each hold expires
 * once.
 */
public final class ExpireHolds {
  private final Bookings bookings;
  private final BookingChanges changes;
  private final Clock clock;

  public ExpireHolds(Bookings bookings, BookingChanges changes, Clock clock) {
    this.bookings = bookings;
    this.changes = changes;
    this.clock = clock;
  }

  /** Expires all that are overdue now; answers how many those were. */
  public int handle() {
    Instant now = clock.instant();
    return changes.applyToAll(limit -> bookings.overdue(now, limit), hold -> hold.expire(now));
  }
}
