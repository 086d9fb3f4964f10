package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.Workload;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Records the same bookings as {@link BareLoop}, through the port. */
public final class RecordLoop {
  private RecordLoop() {}

  /** Bookings a second. */
  public static double run(Path folder, int clients, int bookings) {
    try (EmbeddedAdapters adapters = EmbeddedAdapters.open(folder, Clock.systemUTC())) {
      EventId event = AnEvent.published("event-1").event().id();
      adapters.events().add(AnEvent.published("event-1").places(bookings).event());
      List<Booking.Confirmed> made = Workload.of(event, bookings);
      Bookings port = adapters.bookings();
      return Clients.run(
          clients,
          made,
          booking -> {
            if (!(port.record(booking) instanceof Bookings.Recording.Recorded)) {
              throw new IllegalStateException("not recorded: " + booking.id());
            }
          });
    }
  }

  /** Prints both rates and their ratio, for 1, 64 and 256 clients. */
  public static void main(String[] arguments) throws IOException {
    int bookings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    for (int round = 0; round < 3; round++) {
      for (int clients : new int[] {1, 64, 256}) {
        int some = clients == 1 ? bookings / 4 : bookings;
        double bare = Folders.with(folder -> BareLoop.run(folder, clients, some));
        double recorded = Folders.with(folder -> run(folder, clients, some));
        System.out.printf(
            "%3d clients: %6.0f bare, %6.0f recorded a second, %3.0f %%%n",
            clients, bare, recorded, 100 * recorded / bare);
      }
    }
  }
}
