package dev.lastseat.embedded.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.user.SqliteUsers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLaneTest {
  private static final String USERS = "select count(*) from user";

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder, Observer.NOBODY);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void more_readers_than_there_are_connections_take_turns() {
    assertThat(Race.of(20 * ReadLane.THREADS, _ -> read(USERS))).containsOnly(0L);
  }

  @Test
  void a_read_that_fails_leaves_the_next_one_alone() {
    for (int i = 0; i <= ReadLane.THREADS; i++) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> read("select nothing from nowhere"));
    }
    assertThat(read(USERS)).isZero();
  }

  @Test
  void who_looks_for_one_row_does_not_wait_for_those_who_go_through_many() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> scans =
          IntStream.range(0, 2 * ReadLane.THREADS)
              .mapToObj(_ -> threads.submit(() -> database.scan(slow(reading, mayEnd))))
              .toList();
      reading.await();
      assertThat(read(USERS)).isZero();
      mayEnd.countDown();
      for (Future<Long> scan : scans) {
        assertThat(scan.get()).isZero();
      }
    }
  }

  /** SQLite is native code: it would hold the carrier of a virtual thread. */
  @Test
  void no_read_runs_on_the_virtual_thread_that_asks_for_it() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Work<SqlConnection, Boolean> read = _ -> Thread.currentThread().isVirtual();
      assertThat(threads.submit(() -> database.read(read)).get()).isFalse();
      assertThat(threads.submit(() -> database.scan(read)).get()).isFalse();
      assertThat(threads.submit(() -> database.snapshot(read)).get()).isFalse();
    }
  }

  @Test
  void nobody_writes_through_a_connection_that_reads() {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> database.read(store -> store.update("delete from pulse")))
        .withMessageContaining("SQLITE_READONLY");
  }

  @Test
  void more_statements_than_are_kept_prepared_answer_all_the_same() {
    for (int round = 1; round <= 2; round++) {
      for (long number = 0; number < 150; number++) {
        assertThat(read("select " + number)).isEqualTo(number);
      }
    }
  }

  @Test
  void the_statements_of_a_snapshot_see_the_same_state() {
    SqliteUsers users = new SqliteUsers(database);
    long seen =
        database.snapshot(
            store -> {
              long before = store.number(USERS);
              users.add(AUser.named("ada"));
              return store.number(USERS) - before;
            });

    assertThat(seen).isZero();
    assertThat(read(USERS)).isEqualTo(1);
  }

  @Test
  void closing_waits_for_the_reads_that_are_under_way() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Long> read = threads.submit(() -> database.read(slow(reading, mayEnd)));
      reading.await();
      Future<?> closing = threads.submit(database::close);
      mayEnd.countDown();
      closing.get();
      assertThat(read.get()).isZero();
    }
  }

  @Test
  void a_read_that_never_ends_is_not_waited_for_when_the_store_closes() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    ReadLane lane = new ReadLane("test", new Connections(database.file()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Long> read = threads.submit(() -> lane.run(slow(reading, mayEnd)));
      reading.await();
      lane.close(Duration.ofMillis(1));
      mayEnd.countDown();
      assertThat(read.get()).isZero();
    }
  }

  private static Work<SqlConnection, Long> slow(CountDownLatch reading, CountDownLatch mayEnd) {
    return store -> {
      reading.countDown();
      await(mayEnd);
      return store.number(USERS);
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private long read(String sql) {
    return database.read(store -> store.number(sql));
  }
}
