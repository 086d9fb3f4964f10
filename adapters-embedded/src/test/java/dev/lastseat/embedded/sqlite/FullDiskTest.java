package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.embedded.sqlite.booking.SqliteBookings;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import dev.lastseat.embedded.sqlite.job.SqliteJobs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may not grow stands for a disk that is full. */
class FullDiskTest {
  private static final Event EVENT = AnEvent.published("event-1").places(1_000_000).event();
  private static final int LARGE = 1_000_000;
  private static final String BOOKING_FACTS =
      "select count(*) from fact where stream like 'booking:%'";

  @TempDir Path folder;
  private Database database;
  private SqliteBookings bookings;

  @BeforeEach
  void open() {
    database = Database.open(folder, Observer.NOBODY);
    bookings = new SqliteBookings(database);
    new SqliteEvents(database).add(EVENT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_booking_that_does_not_fit_leaves_nothing_and_is_recorded_once_there_is_room() {
    limit(pages());
    Booking.Confirmed first = refused();

    assertThat(bookings.find(first.id())).isEmpty();
    assertThat(bookings.allowancesTaken(EVENT.id(), first.details().userId())).isEmpty();
    assertThat(bookings.freePlaces(EVENT.id(), LARGE, 1))
        .containsExactly(first.claim().places().last());
    Stored.assertSound(database);

    limit(LARGE);
    assertThat(bookings.record(first)).isInstanceOf(Recording.Recorded.class);
    assertThat(bookings.find(first.id())).contains(first);
    Stored.assertSound(database);
  }

  @Test
  void of_many_at_once_those_are_there_that_were_acknowledged_and_no_others() {
    limit(pages() + 20);
    List<Booking.Confirmed> all =
        IntStream.rangeClosed(1, 2_000).mapToObj(FullDiskTest::booking).toList();

    List<Boolean> recorded =
        Race.of(64, client -> recordEvery(64, client, all)).stream().flatMap(List::stream).toList();

    assertThat(recorded).contains(true, false);
    long acknowledged = recorded.stream().filter(it -> it).count();
    assertThat(Stored.number(database, "select count(*) from booking")).isEqualTo(acknowledged);
    assertThat(Stored.number(database, BOOKING_FACTS)).isEqualTo(acknowledged);
    Stored.assertSound(database);
  }

  @Test
  void
      jobs_that_do_not_fit_are_refused_as_a_whole_and_those_that_did_are_done_once_there_is_room() {
    SqliteJobs jobs = new SqliteJobs(database);
    limit(pages() + 5);
    int added = 0;
    while (added(jobs, added)) {
      added++;
    }
    assertThat(added).isPositive();
    assertThat(Stored.number(database, "select count(*) from job")).isEqualTo(2L * added);

    limit(LARGE);
    Instant now = TickingClock.START;
    List<ClaimedJob> claimed = jobs.claim("test", LARGE, now, new Lease("word", now));
    assertThat(claimed).hasSize(2 * added);
    assertThat(claimed).allSatisfy(job -> assertThat(jobs.finish(job, now)).isTrue());
    assertThat(added(jobs, added)).isTrue();
  }

  /** Two at once. */
  private static boolean added(SqliteJobs jobs, int number) {
    try {
      jobs.addAll(List.of(job(2 * number), job(2 * number + 1)));
      return true;
    } catch (StoreUnavailable full) {
      return false;
    }
  }

  private static Job job(int number) {
    return new Job(new JobId("job-" + number), "test", "x".repeat(500), TickingClock.START);
  }

  @Test
  void reading_goes_on_meanwhile() {
    limit(pages());
    Booking.Confirmed refused = refused();

    assertThat(bookings.highestPlace(EVENT.id())).isEqualTo(refused.claim().places().last() - 1);
  }

  /** Books until nothing fits any more; the booking that did not. */
  private Booking.Confirmed refused() {
    for (int place = 1; place < LARGE; place++) {
      Booking.Confirmed booking = booking(place);
      if (!recorded(booking)) {
        assertThatExceptionOfType(StoreUnavailable.class)
            .isThrownBy(() -> bookings.record(booking))
            .withMessageContaining(folder.toString())
            .withMessageContaining("SQLITE_FULL");
        return booking;
      }
    }
    throw new AssertionError("the disk is never full");
  }

  private List<Boolean> recordEvery(int step, int from, List<Booking.Confirmed> all) {
    List<Boolean> recorded = new ArrayList<>();
    for (int i = from; i < all.size(); i += step) {
      recorded.add(recorded(all.get(i)));
    }
    return recorded;
  }

  private boolean recorded(Booking.Confirmed booking) {
    try {
      return bookings.record(booking) instanceof Recording.Recorded;
    } catch (StoreUnavailable full) {
      return false;
    }
  }

  private static Booking.Confirmed booking(int place) {
    return ABooking.of(EVENT.id(), place).confirmed();
  }

  private int pages() {
    return Math.toIntExact(database.read(store -> store.number("pragma page_count")));
  }

  private void limit(int pages) {
    database.write(tx -> tx.connection().number("pragma max_page_count = " + pages));
  }
}
