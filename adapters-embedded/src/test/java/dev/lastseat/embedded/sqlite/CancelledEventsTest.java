package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.embedded.sqlite.booking.SqliteBookings;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the store remembers that an event was cancelled. */
class CancelledEventsTest {
  private static final Event EVENT = AnEvent.published("event-1").event();

  @TempDir Path folder;

  @Test
  void a_cancelled_event_is_looked_at_until_it_has_no_live_bookings_and_never_again() {
    try (Database database = Database.open(folder, Observer.NOBODY)) {
      SqliteBookings bookings = new SqliteBookings(database);
      SqliteEvents events = new SqliteEvents(database);
      events.add(EVENT);
      Booking.Live sold = ABooking.of(EVENT.id(), 1).confirmed();
      bookings.record(sold);
      events.update(EVENT.cancel(EVENT.createdAt()));

      assertThat(bookings.liveOfCancelledEvents(10)).containsExactly(sold);
      assertThat(Stored.number(database, "select count(*) from cancelling")).isEqualTo(1);
      bookings.change(sold, sold.cancel(TickingClock.START, Reason.NOT_GIVEN));

      assertThat(bookings.liveOfCancelledEvents(10)).isEmpty();
      assertThat(Stored.number(database, "select count(*) from cancelling")).isZero();
    }
  }
}
