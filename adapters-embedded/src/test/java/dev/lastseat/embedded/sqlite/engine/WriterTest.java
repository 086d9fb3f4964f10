package dev.lastseat.embedded.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.embedded.sqlite.Stored;
import dev.lastseat.embedded.sqlite.user.SqliteUsers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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

/** The queue and the thread behind it. */
class WriterTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @TempDir Path folder;
  private Database database;
  private SqliteUsers users;

  @BeforeEach
  void open() {
    database = Database.open(folder, Observer.NOBODY);
    users = new SqliteUsers(database);
  }

  @AfterEach
  void close() {
    mayEnd.countDown();
    database.close();
  }

  @Test
  void what_was_acknowledged_is_read_by_everybody_from_then_on() {
    for (int i = 0; i < 100; i++) {
      users.add(AUser.named("user-" + i));
      assertThat(users.find(AUser.named("user-" + i).id())).isPresent();
    }
  }

  @Test
  void a_closed_store_neither_reads_nor_writes() {
    database.close();

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> users.add(AUser.named("ada")))
        .withMessageContaining("closed");
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> users.find(AUser.named("ada").id()))
        .withMessageContaining("closed");
  }

  @Test
  void closing_twice_is_closing_once() {
    database.close();
    database.close();
  }

  /** Nobody can tell how many came too late; but everybody is told, and told the truth. */
  @Test
  void of_writes_that_come_while_the_store_closes_those_are_there_that_were_acknowledged()
      throws Exception {
    List<Boolean> added;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> slow = threads.submit(() -> database.write(_ -> waitForTheEnd()));
      begun.await();
      List<Future<Boolean>> writes =
          IntStream.range(0, 200).mapToObj(i -> threads.submit(() -> added(i))).toList();
      Future<?> closing = threads.submit(database::close);
      mayEnd.countDown();
      closing.get();
      assertThat(slow.get()).isTrue();
      added = writes.stream().map(WriterTest::result).toList();
    }
    try (Database again = Database.open(folder, Observer.NOBODY)) {
      long expected = added.stream().filter(it -> it).count();
      assertThat(Stored.number(again, "select count(*) from user")).isEqualTo(expected);
    }
  }

  @Test
  void who_is_interrupted_is_told_that_the_outcome_is_unknown() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> slow = threads.submit(() -> database.write(_ -> waitForTheEnd()));
      begun.await();
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> users.add(AUser.named("ada")));
      assertThat(Thread.interrupted()).isTrue();
      mayEnd.countDown();
      assertThat(slow.get()).isTrue();
    }
    assertThat(users.add(AUser.named("grace"))).isTrue();
  }

  /** The first error comes in the write, the second while the connection is given up for it. */
  @Test
  void no_error_ends_the_writing_be_it_while_the_one_before_is_told() throws Exception {
    Connections connections = new Connections(folder.resolve("lastseat.db"));
    try (Connection sound = DriverManager.getConnection("jdbc:sqlite:" + connections.file())) {
      SqlConnection broken = SqlConnection.over(new BrokenDriver(sound).connection());
      GroupCommit group = new GroupCommit(connections, broken);
      try (Writer writer = new Writer(group, Observer.NOBODY)) {
        assertThatExceptionOfType(StoreUnavailable.class)
            .isThrownBy(() -> writer.run(_ -> true))
            .withMessageContaining("cut short");
        boolean next = writer.run(_ -> true);
        assertThat(next).isTrue();
      }
    }
  }

  @Test
  void a_write_that_never_ends_is_not_waited_for_when_the_store_closes() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> slow = threads.submit(() -> database.write(_ -> waitForTheEnd()));
      begun.await();
      database.writer().close(Duration.ofMillis(1));
      mayEnd.countDown();
      assertThat(slow.get()).isTrue();
    }
  }

  private boolean waitForTheEnd() {
    begun.countDown();
    try {
      mayEnd.await();
      return true;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private boolean added(int i) {
    try {
      return users.add(AUser.named("user-" + i));
    } catch (StoreUnavailable closed) {
      return false;
    }
  }

  private static boolean result(Future<Boolean> write) {
    try {
      return write.get();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
