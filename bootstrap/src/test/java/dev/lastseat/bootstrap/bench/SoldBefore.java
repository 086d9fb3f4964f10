package dev.lastseat.bootstrap.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.Workload;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.bench.Clients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** An event of which much was sold before the program was started; put into the store directly. */
final class SoldBefore {
  private static final int PLACES = 1_000_000;
  private static final int AT_ONCE = 50_000;

  private SoldBefore() {}

  /** Makes the store in an empty folder; answers the id of the event, of which the rest is free. */
  static String in(Path folder, int sold) {
    try (EmbeddedAdapters store = EmbeddedAdapters.open(folder, Clock.systemUTC())) {
      Event event =
          AnEvent.published("sold-before-" + sold)
              .on(Instant.parse("2099-12-31T20:00:00Z"))
              .places(PLACES)
              .perUser(1_000)
              .event();
      store.store().events().add(event);
      for (int first = 1; first <= sold; first += AT_ONCE) {
        List<Booking.Confirmed> some = some(event.id(), first, Math.min(sold, first + AT_ONCE - 1));
        Clients.run(256, some, store.store().bookings()::record);
      }
      return event.id().value();
    }
  }

  private static List<Booking.Confirmed> some(EventId event, int first, int last) {
    SplittableRandom random = new SplittableRandom(first);
    return IntStream.rangeClosed(first, last)
        .mapToObj(place -> Workload.booking(event, place, random))
        .toList();
  }
}
