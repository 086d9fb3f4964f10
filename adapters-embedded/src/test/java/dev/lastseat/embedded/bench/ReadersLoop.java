package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.Workload;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How fast bookings are looked up, and recorded while others go through lists without a rest. */
public final class ReadersLoop {
  private static final int CLIENTS = 64;
  private static final int LISTERS = 4;

  private ReadersLoop() {}

  /** Prints rates a second, of so many bookings. */
  public static void main(String[] arguments) throws IOException {
    int bookings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    for (int round = 0; round < 3; round++) {
      Folders.with(folder -> run(folder, bookings));
    }
  }

  private static double run(Path folder, int bookings) {
    try (EmbeddedAdapters adapters = EmbeddedAdapters.open(folder, Clock.systemUTC())) {
      Bookings port = adapters.store().bookings();
      List<Booking.Confirmed> first = sale(adapters, "event-1", bookings);
      List<Booking.Confirmed> second = sale(adapters, "event-2", bookings);
      double alone = Clients.run(CLIENTS, first, port::record);
      double found = Clients.run(CLIENTS, first, booking -> port.find(booking.id()));
      double beside = beside(port, () -> Clients.run(CLIENTS, second, port::record));
      System.out.printf(
          "%6.0f looked up, %6.0f recorded alone, %6.0f beside lists a second%n",
          found, alone, beside);
      return beside;
    }
  }

  private static List<Booking.Confirmed> sale(EmbeddedAdapters adapters, String id, int bookings) {
    adapters.store().events().add(AnEvent.published(id).places(bookings).event());
    RandomGenerator random = new SplittableRandom(id.hashCode());
    return IntStream.rangeClosed(1, bookings)
        .mapToObj(place -> Workload.booking(new EventId(id), place, random))
        .toList();
  }

  /** Runs it while others read page 5 of the first event, which is counted too, again and again. */
  private static double beside(Bookings port, DoubleSupplier work) {
    AtomicBoolean over = new AtomicBoolean();
    try (var listers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lister = 0; lister < LISTERS; lister++) {
        listers.execute(() -> list(port, over));
      }
      try {
        return work.getAsDouble();
      } finally {
        over.set(true);
      }
    }
  }

  private static void list(Bookings port, AtomicBoolean over) {
    BookingQuery query =
        new BookingQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new EventId("event-1")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new PageRequest.Numbered(5, 100));
    while (!over.get()) {
      port.search(query, Instant.EPOCH);
    }
  }
}
