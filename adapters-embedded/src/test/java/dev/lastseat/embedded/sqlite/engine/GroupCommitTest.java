package dev.lastseat.embedded.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.embedded.sqlite.booking.SqliteBookings;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.GroupCommit.Job;
import dev.lastseat.embedded.sqlite.event.EventRows;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of writes, run one by one in the thread of the test. */
class GroupCommitTest {
  private static final Event EVENT = AnEvent.published("event-1").event();
  private static final String TWO_OF_ONE_ID =
      "insert into orders (id, user_id, idempotency_key, created_at)"
          + " values ('one', 'ada', 'a', 0), ('one', 'ada', 'b', 0)";

  @TempDir Path folder;
  private Connections connections;
  private GroupCommit group;

  @BeforeEach
  void open() {
    connections = new Connections(folder.resolve("lastseat.db"));
    StoreFile file = new StoreFile(connections.file(), StoreFile.SCRIPTS);
    group = new GroupCommit(connections, file.open());
    commit(job(SqliteEvents.adding(EVENT)));
  }

  @AfterEach
  void close() {
    group.close();
  }

  @Test
  void every_write_of_a_group_is_there_after_its_commit() throws SQLException {
    List<Job<Recording>> jobs = new ArrayList<>();
    for (int place = 1; place <= 50; place++) {
      jobs.add(record(booking(place)));
    }
    group.run(List.copyOf(jobs));

    assertThat(jobs).allSatisfy(job -> assertThat(outcome(job)).isInstanceOf(recorded()));
    assertThat(count("booking")).isEqualTo(50);
    assertThat(count("place")).isEqualTo(50);
  }

  @Test
  void a_refused_booking_leaves_nothing_and_its_neighbours_alone() throws SQLException {
    var first = record(booking(1));
    var refused = record(booking(1));
    var last = record(booking(2));
    commit(first, refused, last);

    assertThat(outcome(first)).isInstanceOf(recorded());
    assertThat(outcome(refused)).isEqualTo(new Recording.PlaceTaken());
    assertThat(outcome(last)).isInstanceOf(recorded());
    assertThat(count("booking")).isEqualTo(2);
  }

  @Test
  void a_write_that_fails_halfway_fails_alone() throws SQLException {
    var first = record(booking(1));
    var poisoned =
        GroupCommitTest.<Integer>job(
            tx -> {
              SqliteBookings.recording(booking(2)).in(tx);
              throw new IllegalArgumentException("poison");
            });
    var last = record(booking(3));
    commit(first, poisoned, last);

    assertThat(outcome(first)).isInstanceOf(recorded());
    assertThat(outcome(last)).isInstanceOf(recorded());
    assertThatThrownBy(() -> poisoned.outcome().join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("poison");
    assertThat(count("booking")).isEqualTo(2);
    assertThat(count("place")).isEqualTo(2);
    assertThat(count("allowance")).isEqualTo(2);
  }

  @Test
  void a_statement_that_breaks_a_constraint_fails_alone_and_is_no_failure_of_the_disk()
      throws SQLException {
    Booking.Confirmed booking = booking(1);
    var first = record(booking);
    var twice =
        job(
            tx -> {
              tx.connection().runScript(TWO_OF_ONE_ID);
              return true;
            });
    commit(first, twice);

    assertThat(outcome(first)).isInstanceOf(recorded());
    assertThatThrownBy(() -> twice.outcome().join())
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SQLITE_CONSTRAINT_UNIQUE");
    assertThat(count("booking")).isEqualTo(1);
  }

  @Test
  void an_error_in_a_write_neither_ends_the_writer_nor_touches_its_neighbours() {
    var broken =
        GroupCommitTest.<Integer>job(
            tx -> {
              throw new StackOverflowError("deep");
            });
    var last = record(booking(1));
    commit(broken, last);

    assertThat(broken.outcome()).isCompletedExceptionally();
    assertThat(outcome(last)).isInstanceOf(recorded());
  }

  @Test
  void after_a_failure_each_write_is_run_once_more_and_not_again() {
    AtomicInteger runs = new AtomicInteger();
    var counted = job(tx -> runs.incrementAndGet());
    var failing =
        GroupCommitTest.<Integer>job(
            tx -> {
              throw new SQLException("wrong");
            });
    commit(counted, failing);

    assertThat(outcome(counted)).isEqualTo(2);
    assertThat(failing.outcome()).isCompletedExceptionally();
  }

  @Test
  void an_event_that_a_neighbour_cancels_admits_no_later_booking_of_the_group() {
    Event cancelled = EVENT.cancel(EVENT.createdAt());
    var before = record(booking(1));
    var cancel = job(SqliteEvents.updating(cancelled));
    var after = record(booking(2));
    commit(before, cancel, after);

    assertThat(outcome(before)).isInstanceOf(recorded());
    assertThat(outcome(after)).isInstanceOf(Recording.NotAdmitted.class);
  }

  @Test
  void what_one_group_read_of_an_event_the_next_one_does_not_read_again() {
    commit(record(booking(1)));
    AtomicInteger reads = new AtomicInteger();
    var next =
        job(
            tx ->
                tx.event(
                    EVENT.id(),
                    _ -> {
                      reads.incrementAndGet();
                      return Optional.empty();
                    }));
    commit(next);

    assertThat(outcome(next)).isPresent();
    assertThat(reads).hasValue(0);
  }

  @Test
  void of_a_change_that_was_taken_back_nothing_is_remembered() {
    Event cancelled = EVENT.cancel(EVENT.createdAt());
    var failing =
        GroupCommitTest.<Integer>job(
            tx -> {
              SqliteEvents.updating(cancelled).in(tx);
              EventRows.find(tx, EVENT.id());
              throw new SQLException("wrong");
            });
    commit(failing);
    var next = record(booking(1));
    commit(next);

    assertThat(failing.outcome()).isCompletedExceptionally();
    assertThat(outcome(next)).isInstanceOf(recorded());
  }

  @Test
  void writing_goes_on_after_the_connection_was_lost() {
    group.close();
    var lost = record(booking(1));
    commit(lost);
    var next = record(booking(2));
    commit(next);

    assertThat(lost.outcome()).isCompletedExceptionally();
    assertThat(outcome(next)).isInstanceOf(recorded());
  }

  @Test
  void a_file_that_was_taken_away_is_not_made_anew() throws IOException {
    group.close();
    Files.delete(connections.file());
    commit(record(booking(1)));
    var next = record(booking(2));
    commit(next);

    assertThatThrownBy(() -> next.outcome().join()).hasCauseInstanceOf(StoreUnavailable.class);
    assertThat(connections.file()).doesNotExist();
  }

  private void commit(Job<?>... jobs) {
    group.run(List.of(jobs));
  }

  private static <T> Job<T> job(Work<Transaction, T> write) {
    return Job.of(write, 0);
  }

  private static Job<Recording> record(Booking.Live booking) {
    return job(SqliteBookings.recording(booking));
  }

  private static Booking.Confirmed booking(int place) {
    return ABooking.of(EVENT.id(), place).confirmed();
  }

  private static <T> T outcome(Job<T> job) {
    return job.outcome().getNow(null);
  }

  private static Class<?> recorded() {
    return Recording.Recorded.class;
  }

  private long count(String table) throws SQLException {
    try (SqlConnection reader = connections.reader()) {
      return reader.number("select count(*) from " + table);
    }
  }
}
