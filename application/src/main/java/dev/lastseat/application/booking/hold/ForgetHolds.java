package dev.lastseat.application.booking.hold;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sweeps out holds that expired long ago and that nobody bought, and before them who was to come
 * with their tickets, whom nobody would find any more; their facts stay.
 */
public record ForgetHolds(Bookings bookings, Tickets tickets, Duration kept, Clock clock) {
  private static final int BATCH = 500;

  /** At once; the others come with the next sweep. */
  private static final int MOST_BATCHES = 20;

  public void handle() {
    Instant end = clock.instant().minus(kept);
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      if (bookings.forgetExpired(end, BATCH, this::forgetVisitors) < BATCH) {
        return;
      }
    }
  }

  private void forgetVisitors(List<BookingId> holds) {
    tickets.changed(holds).stream()
        .map(it -> it.ticket().booking())
        .distinct()
        .forEach(it -> tickets.forgetVisitors(it, clock.instant()));
  }
}
