package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.Workload;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Records the same bookings as {@link BareLoop}, through the port. */
public final class RecordLoop {
  private static final String EVENT = "01890a5d-ac96-774b-bcce-b302099a8057";

  private RecordLoop() {}

  /**
   * What a booking cost.
   *
   * @param rate bookings a second
   * @param micros of the processor, by the thread that writes
   */
  public record Cost(double rate, double micros) {}

  public static Cost run(Path folder, int clients, int bookings) {
    try (EmbeddedAdapters adapters = EmbeddedAdapters.open(folder, Clock.systemUTC())) {
      Event event = AnEvent.published(EVENT).places(bookings).event();
      adapters.store().events().add(event);
      List<Booking.Confirmed> made = Workload.of(event.id(), bookings);
      Bookings port = adapters.store().bookings();
      long before = nanosOfTheWriter();
      double rate =
          Clients.run(
              clients,
              made,
              booking -> {
                if (!(port.record(booking) instanceof Bookings.Recording.Recorded)) {
                  throw new IllegalStateException("not recorded: " + booking.id());
                }
              });
      return new Cost(rate, (nanosOfTheWriter() - before) / 1e3 / bookings);
    }
  }

  private static long nanosOfTheWriter() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("lastseat-writer"))
        .mapToLong(
            thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()))
        .sum();
  }

  /** Prints both rates and what a booking costs, for 1, 64 and 256 clients. */
  public static void main(String[] arguments) throws IOException {
    int bookings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    for (int round = 0; round < 5; round++) {
      for (int clients : new int[] {1, 64, 256}) {
        int some = clients == 1 ? bookings / 4 : bookings;
        double bare = Folders.with(folder -> BareLoop.run(folder, clients, some));
        Folders.with(
            folder -> {
              Cost cost = run(folder, clients, some);
              System.out.printf(
                  "%3d clients: %6.0f bare, %6.0f recorded a second; %.1f us of the writer and %d"
                      + " bytes of the file for each%n",
                  clients,
                  bare,
                  cost.rate(),
                  cost.micros(),
                  folder.resolve("lastseat.db").toFile().length() / some);
              return cost;
            });
      }
    }
  }
}
