package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Bookings.Transition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Takes back the live bookings of cancelled events, batch by batch. Needs no memory of how far it
 * came: whatever is still live after a crash is found by the next run.
 */
public final class CancelBookingsOfCancelledEvents {
  private final Bookings bookings;
  private final BookingChanges changes;
  private final Clock clock;

  public CancelBookingsOfCancelledEvents(Bookings bookings, BookingChanges changes, Clock clock) {
    this.bookings = bookings;
    this.changes = changes;
    this.clock = clock;
  }

  /** Cancels all there are now; answers how many those were. */
  public int handle() {
    int cancelled = 0;
    int batch;
    do {
      List<Booking.Live> live = bookings.liveOfCancelledEvents(BookingChanges.BATCH);
      batch = live.isEmpty() ? 0 : cancel(live);
      cancelled += batch;
    } while (batch > 0);
    return cancelled;
  }

  private int cancel(List<Booking.Live> live) {
    Instant now = clock.instant();
    return changes.applyAll(
        live.stream()
            .map(one -> new Transition(one, one.cancel(now, Reason.EVENT_CANCELLED)))
            .toList());
  }
}
