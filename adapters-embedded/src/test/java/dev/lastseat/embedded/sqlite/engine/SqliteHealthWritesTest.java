package dev.lastseat.embedded.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a check writes. */
class SqliteHealthWritesTest {
  private static final String WRITE = "delete from session";
  private static final String BEATS = "select count(*) from pulse";

  @TempDir Path folder;
  private Database database;
  private SqliteHealth health;

  @BeforeEach
  void open() {
    database = Database.open(folder, Observer.NOBODY);
    health = new SqliteHealth(database, new TickingClock());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_check_writes_nothing_that_a_booking_would_wait_for() {
    health.check();
    write();
    health.check();

    assertThat(beats()).isZero();
  }

  @Test
  void a_failure_that_has_passed_is_proved_so_by_a_write() {
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(
            () ->
                database.write(
                    _ -> {
                      throw new StoreUnavailable("once");
                    }));
    health.check();
    health.check();

    assertThat(beats()).isEqualTo(1);
  }

  @Test
  void writes_that_stand_still_are_trouble_until_they_go_on() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread stuck =
        Thread.startVirtualThread(
            () ->
                database.write(
                    _ -> {
                      begun.countDown();
                      return await(goOn);
                    }));
    await(begun);
    Thread waiting = Thread.startVirtualThread(this::write);
    while (!database.writer().isInTrouble()) {
      Thread.onSpinWait();
    }

    goOn.countDown();
    for (Thread each : new Thread[] {stuck, waiting}) {
      assertThat(join(each)).isTrue();
    }
    assertThat(database.writer().isInTrouble()).isFalse();
  }

  private void write() {
    database.write(transaction -> transaction.connection().update(WRITE));
  }

  private long beats() {
    return database.read(store -> store.number(BEATS));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static boolean join(Thread thread) {
    try {
      thread.join();
      return true;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
