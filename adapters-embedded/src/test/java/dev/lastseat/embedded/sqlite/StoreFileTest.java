package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are opened, and which are refused and left as they are. */
class StoreFileTest {
  private static final String ONE_LINE = "[^\\n]+";
  private static final Event EVENT = AnEvent.published("event-1").event();
  private static final Booking.Confirmed BOOKING = ABooking.of(EVENT.id(), 1, 2).confirmed();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void choose() {
    file = folder.resolve("lastseat.db");
  }

  @Test
  void what_was_stored_is_there_after_the_store_was_opened_again() {
    fill();

    try (EmbeddedAdapters again = open()) {
      assertThat(again.store().events().find(EVENT.id())).contains(EVENT);
      assertThat(again.store().bookings().find(BOOKING.id())).contains(BOOKING);
      assertThat(again.store().users().find(AUser.named("ada").id())).contains(AUser.named("ada"));
    }
  }

  @Test
  void a_closed_store_is_one_file_and_its_lock() {
    fill();

    assertThat(folder).isDirectoryNotContaining("glob:**{-wal,-shm,-journal,.new}");
  }

  @Test
  void a_folder_is_made_where_there_is_none_for_its_owner_alone() throws IOException {
    EmbeddedAdapters.open(folder.resolve("deep/down"), new TickingClock()).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("deep"))))
        .isEqualTo("rwx------");

    assertThat(folder.resolve("deep/down/lastseat.db")).isRegularFile();
  }

  @Test
  void what_a_start_that_died_left_behind_does_not_matter() throws IOException {
    Files.writeString(folder.resolve("lastseat.db.new"), "half a database");
    Files.writeString(folder.resolve("lastseat.db.new-journal"), "half a journal");
    fill();

    try (EmbeddedAdapters again = open()) {
      assertThat(again.store().bookings().find(BOOKING.id())).contains(BOOKING);
    }
  }

  @Test
  void a_file_of_garbage_is_refused() throws IOException {
    Files.writeString(file, "this is no database at all, but a letter to a friend".repeat(100));

    assertRefused("is not a SQLite database");
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    Files.createFile(file);

    assertRefused("was cut short");
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 100, 4_096, 40_000})
  void a_file_that_was_cut_short_is_refused(int length) throws IOException {
    fill();
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(length);
    }

    assertRefused("was cut short");
  }

  @Test
  void a_file_with_a_damaged_page_is_refused() throws IOException {
    fill();
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.seek(3 * 4_096L);
      damaged.write("?".repeat(4_096).getBytes(StandardCharsets.US_ASCII));
    }

    assertRefused("is damaged");
  }

  @Test
  void a_database_of_another_program_is_refused() throws Exception {
    script("create table friend (name text)");
    assertRefused("is a database of another program");

    script("pragma application_id = 7");
    assertRefused("is a database of another program");
  }

  @Test
  void a_file_of_a_newer_version_is_refused() throws Exception {
    fill();
    script("pragma user_version = 99");

    assertRefused("was written by a newer Lastseat: its schema is version 99");
  }

  @Test
  void a_log_whose_file_is_gone_is_refused() throws IOException {
    Path log = folder.resolve("lastseat.db-wal");
    Files.writeString(log, "bookings that were acknowledged");

    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(this::open)
        .withMessageContaining(file + " is missing, but its log " + log);
    assertThat(log).hasContent("bookings that were acknowledged");
    assertThat(file).doesNotExist();
  }

  private void assertRefused(String why) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(this::open)
        .withMessageStartingWith(file + " " + why)
        .withMessageMatching(ONE_LINE);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private EmbeddedAdapters open() {
    return EmbeddedAdapters.open(folder, new TickingClock());
  }

  private void fill() {
    try (EmbeddedAdapters adapters = open()) {
      adapters.store().events().add(EVENT);
      adapters.store().bookings().record(BOOKING);
      adapters.store().users().add(AUser.named("ada"));
    }
  }

  private void script(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
