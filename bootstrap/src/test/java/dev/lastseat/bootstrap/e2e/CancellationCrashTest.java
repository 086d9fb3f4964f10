package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.mongo.MongoAdapters;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An event with very many bookings is cancelled, and the process does not live to see it through.
 */
class CancellationCrashTest {
  private static final int BOOKINGS = 20_000;
  private static final int CLIENTS = 128;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void cancelling_20000_bookings_ends_with_none_live_though_the_instance_is_killed_twice()
      throws Exception {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(SharedEngines.settings());
    try (MongoAdapters store =
        MongoAdapters.open(
            settings.get("MONGODB_URI"),
            new MongoAdapters.Pool(1, 10),
            new MongoAdapters.Lists(
                MongoAdapters.Lists.From.PRIMARY, MongoAdapters.Lists.MIN_STALENESS),
            Clock.systemUTC(),
            new SecureRandom(),
            Observer.NOBODY)) {
      Bookings bookings = store.store().bookings();
      Process first = Programs.spawn(folder, settings);
      BoxOffice office = new BoxOffice(Programs.address(first));
      EventId event = new EventId(office.event(BOOKINGS, 10));
      fill(bookings, event);
      assertThat(
              office.api.post("/events/" + event.value() + "/cancel", office.admin, "{}").status())
          .isEqualTo(200);
      killOnceFewerLive(first, bookings, event, BOOKINGS - 2_000);

      Process second = Programs.spawn(folder, settings);
      killOnceFewerLive(second, bookings, event, BOOKINGS / 2);

      Process third = Programs.spawn(folder, settings);
      killOnceFewerLive(third, bookings, event, 1);
      assertThat(live(bookings, event)).isZero();
    }
  }

  private static void fill(Bookings bookings, EventId event) {
    List<Boolean> filled =
        Storm.of(
            CLIENTS,
            client -> {
              boolean all = true;
              for (int place = client + 1; place <= BOOKINGS; place += CLIENTS) {
                all &=
                    bookings.record(ABooking.of(event, place).confirmed())
                        instanceof Recording.Recorded;
              }
              return all;
            });
    assertThat(filled).containsOnly(true);
  }

  private static void killOnceFewerLive(
      Process program, Bookings bookings, EventId event, int fewer) throws InterruptedException {
    try {
      int before = live(bookings, event);
      while (live(bookings, event) >= fewer) {
        assertThat(program.isAlive()).isTrue();
        // Each look counts thousands, and the program needs the processors.
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
      assertThat(before).isPositive();
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private static int live(Bookings bookings, EventId event) {
    return bookings
        .count(List.of(event), Instant.EPOCH)
        .getOrDefault(event, TicketCounts.NONE)
        .taken();
  }
}
