package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.Workload;
import java.nio.file.Path;
import java.util.List;

/** How fast a {@link BareStore} is. */
public final class BareLoop {
  private BareLoop() {}

  /**
   * Writes bookings of one place each from so many threads.
   *
   * @param folder an empty one, where the file is left
   * @return bookings a second
   */
  public static double run(Path folder, int clients, int bookings) {
    List<Booking.Confirmed> made = Workload.of(new EventId("event-1"), bookings);
    try (BareStore store = new BareStore(folder)) {
      return Clients.run(clients, made, store::insert);
    }
  }
}
