package dev.lastseat.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.UnusableStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of the test follow the first one of the program. */
class MigrationsTest {
  @TempDir Path folder;

  @Test
  void a_new_file_has_every_script_applied_in_order() throws SQLException {
    try (SqlConnection store = open("V1.sql", "T2.sql", "T3.sql")) {
      assertThat(note(store)).isEqualTo("two, three");
      assertThat(store.number(StoreSql.SCHEMA_VERSION)).isEqualTo(3);
    }
  }

  @Test
  void an_older_file_gets_the_scripts_it_lacks_and_each_once() throws SQLException {
    open("V1.sql").close();
    open("V1.sql", "T2.sql").close();
    open("V1.sql", "T2.sql", "T3.sql").close();

    try (SqlConnection store = open("V1.sql", "T2.sql", "T3.sql")) {
      assertThat(note(store)).isEqualTo("two, three");
      assertThat(store.number(StoreSql.FEEL)).isEqualTo(3);
    }
  }

  @Test
  void a_script_that_fails_changes_nothing_and_the_one_before_stays_applied() throws SQLException {
    open("V1.sql").close();
    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> open("V1.sql", "T2.sql", "T3-broken.sql"))
        .withMessageContaining("nowhere");

    try (SqlConnection store = open("V1.sql", "T2.sql")) {
      assertThat(note(store)).isEqualTo("two");
      assertThat(store.number(StoreSql.SCHEMA_VERSION)).isEqualTo(2);
    }
  }

  @Test
  void a_file_with_more_scripts_than_are_known_is_refused() {
    open("V1.sql", "T2.sql").close();

    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> open("V1.sql"))
        .withMessageContaining("newer");
  }

  @Test
  void a_file_of_version_1_keeps_its_bookings_and_what_they_claim() throws SQLException {
    Booking.Confirmed sold = ABooking.of(new EventId("event-1"), 3, 5).confirmed();
    try (SqlConnection store = open("V1.sql")) {
      store.runScript(ofVersion1(sold));
    }

    try (Database database = Database.open(folder)) {
      SqliteBookings bookings = new SqliteBookings(database.readers(), database.writer());
      assertThat(bookings.find(sold.id())).contains(sold);
      assertThat(bookings.highestPlace(sold.details().eventId())).isEqualTo(5);
      Stored.assertSound(database);
      Booking cancelled = sold.cancel(TickingClock.START, Reason.NOT_GIVEN);
      assertThat(bookings.change(sold, cancelled)).isTrue();
      assertThat(bookings.highestPlace(sold.details().eventId())).isZero();
      Stored.assertSound(database);
    }
  }

  @Test
  void an_event_of_version_1_is_found_in_every_script_afterwards() throws SQLException {
    Event event = AnEvent.published("event-1").named("Чайковский").at("Αθήνα").event();
    try (SqlConnection store = open("V1.sql")) {
      store.runScript(ofVersion1(event));
    }

    try (Database database = Database.open(folder)) {
      SqliteEvents events =
          new SqliteEvents(database.readers(), database.writer(), new TickingClock());
      assertThat(events.search(AnEventQuery.all().text("чайковский αθηνα").query()).items())
          .containsExactly(event);
      Event renamed =
          event.change(
              AnEvent.published("event-1").named("Ёлка").event().details(), event.createdAt());
      events.update(renamed);
      assertThat(events.search(AnEventQuery.all().text("ёлка").query()).items())
          .containsExactly(renamed);
      assertThat(events.search(AnEventQuery.all().text("чайковский").query()).items()).isEmpty();
    }
  }

  private static String ofVersion1(Event event) {
    var details = event.details();
    return """
        insert into event (id, name, name_folded, date, venue, venue_folded, total_tickets, price,
          currency, price_rank, max_tickets_per_user, status, version, created_at, updated_at)
        values ('%s', '%s', '', %d, '%s', '', %d, %d, '%s', %d, %d, 'published', %d, %d, %d)
        """
        .formatted(
            event.id().value(),
            details.name(),
            details.date().toEpochMilli(),
            details.venue(),
            details.totalTickets(),
            details.price().minorUnits(),
            details.price().currency(),
            details.price().tenThousandths(),
            details.maxTicketsPerUser(),
            event.version(),
            event.createdAt().toEpochMilli(),
            event.updatedAt().toEpochMilli());
  }

  private static String ofVersion1(Booking.Confirmed sold) {
    var details = sold.details();
    return """
        insert into booking (id, event_id, user_id, ticket_number, quantity, hold, unit_price,
          currency, idempotency_key, booked_at, status, places, allowances, confirmed_at)
        values ('%s', '%s', '%s', '%s', 2, 0, 2500, 'EUR', '%s', %d, 'confirmed', '%s', '%s', %d)
        """
        .formatted(
            details.id().value(),
            details.eventId().value(),
            details.userId().value(),
            details.ticketNumber().value(),
            details.key().value(),
            details.bookedAt().toEpochMilli(),
            BookingColumns.places(sold.claim()),
            BookingColumns.allowances(sold.claim()),
            sold.confirmedAt().toEpochMilli());
  }

  private SqlConnection open(String... scripts) {
    return new StoreFile(folder.resolve("lastseat.db"), new Migrations(List.of(scripts))).open();
  }

  private static String note(SqlConnection store) throws SQLException {
    return store
        .first(new Sql.Composed("select note from pulse"), row -> row.getString(1))
        .orElseThrow();
  }
}
