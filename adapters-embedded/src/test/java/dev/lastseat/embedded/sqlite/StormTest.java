package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.embedded.sqlite.booking.SqliteBookings;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything at once, and then a look at every row. */
class StormTest {
  private static final int THREADS = 32;
  private static final int STEPS = 60;
  private static final Instant LATER = TickingClock.START.plusSeconds(60);
  private static final Event EVENT = AnEvent.published("event-1").places(400).event();

  @TempDir Path folder;

  @Test
  void after_a_storm_indexes_claims_and_searchable_words_agree_with_the_rows() {
    try (Database database = Database.open(folder, Observer.NOBODY)) {
      storm(database);
      Stored.assertSound(database);
      assertWordsAreSound(database);
    }
    try (Database again = Database.open(folder, Observer.NOBODY)) {
      Stored.assertSound(again);
    }
  }

  private static void storm(Database database) {
    SqliteEvents events = new SqliteEvents(database);
    SqliteBookings bookings = new SqliteBookings(database);
    events.add(EVENT);
    List<Integer> recorded =
        Race.of(
            THREADS + 1,
            i -> i == THREADS ? resize(events) : book(bookings, new SplittableRandom(i)));
    assertThat(recorded).allMatch(count -> count > 0);
    int taken = (int) Stored.number(database, "select count(*) from place");
    assertThat(taken).isPositive();
    int total = events.find(EVENT.id()).orElseThrow().details().totalTickets();
    assertThat(bookings.freePlaces(EVENT.id(), total, total)).hasSize(total - taken);
  }

  /** Books places at random and gives most of them back, in one way or another. */
  private static int book(SqliteBookings bookings, SplittableRandom random) {
    int recorded = 0;
    for (int step = 0; step < STEPS; step++) {
      Integer[] places = random.ints(1, 400).limit(3).distinct().boxed().toArray(Integer[]::new);
      Booking.Pending hold = ABooking.of(EVENT.id(), places).pending(LATER);
      if (bookings.record(hold) instanceof Recording.Recorded) {
        recorded++;
        bookings.change(hold, next(hold, random.nextInt(4)));
      }
    }
    return recorded;
  }

  private static Booking next(Booking.Pending hold, int chance) {
    return switch (chance) {
      case 0 -> hold.confirm(TickingClock.START);
      case 1 -> hold.expire(LATER);
      default -> hold.cancel(TickingClock.START, Reason.NOT_GIVEN);
    };
  }

  private static int resize(SqliteEvents events) {
    return (int)
        IntStream.range(0, STEPS)
            .filter(step -> events.update(resized(events, step)) != null)
            .count();
  }

  private static Event resized(SqliteEvents events, int step) {
    Event event = events.find(EVENT.id()).orElseThrow();
    EventDetails details =
        EventChange.of(event.details())
            .places(step % 2 == 0 ? 300 : 400)
            .named("Concert " + step)
            .details();
    return event.change(details, event.updatedAt());
  }

  /** Throws when the words do not fit the rows (https://sqlite.org/fts5.html, section 6.4). */
  private static void assertWordsAreSound(Database database) {
    database.write(
        transaction -> {
          transaction
              .connection()
              .runScript(
                  "insert into event_words (event_words, rank) values ('integrity-check', 1)");
          return true;
        });
  }
}
