package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.job.Workers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What whoever does several things at once promises. */
public abstract class WorkersContract {
  private static final Duration LONG = Duration.ofHours(1);

  protected abstract Workers workers();

  @Test
  void all_are_done_at_once_and_waited_for() {
    CountDownLatch together = new CountDownLatch(8);
    AtomicInteger done = new AtomicInteger();
    Supplier<Runnable> waitsForTheOthers =
        () -> {
          together.countDown();
          await(together);
          return done::incrementAndGet;
        };

    assertThat(workers().runAll(Collections.nCopies(8, waitsForTheOthers), LONG)).isTrue();
    assertThat(done).hasValue(8);
  }

  @Test
  void nothing_is_done_in_no_time() {
    assertThat(workers().runAll(List.of(), LONG)).isTrue();
  }

  @Test
  void what_fails_leaves_the_others_alone() {
    AtomicInteger done = new AtomicInteger();
    Supplier<Runnable> fails =
        () -> {
          throw new IllegalStateException("a bug");
        };

    assertThat(workers().runAll(List.of(fails, () -> done::incrementAndGet), LONG)).isTrue();
    assertThat(done).hasValue(1);
  }

  @Test
  void what_takes_too_long_is_interrupted_and_what_follows_is_not() {
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicBoolean undisturbed = new AtomicBoolean();
    Supplier<Runnable> endless =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException tooLong) {
            interrupted.set(true);
            Thread.currentThread().interrupt();
          }
          return () -> undisturbed.set(!Thread.currentThread().isInterrupted());
        };

    assertThat(workers().runAll(List.of(endless), Duration.ofMillis(200))).isTrue();
    assertThat(interrupted).isTrue();
    assertThat(undisturbed).isTrue();
  }

  @Test
  void whoever_stops_the_program_interrupts_them_too() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean(true);
    Supplier<Runnable> endless =
        () -> {
          begun.countDown();
          await(new CountDownLatch(1));
          return () -> {};
        };
    Thread program =
        Thread.ofVirtual().start(() -> finished.set(workers().runAll(List.of(endless), LONG)));

    begun.await();
    program.interrupt();
    program.join();
    assertThat(finished).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException alone) {
      throw new AssertionError("they were done one after the other", alone);
    }
  }
}
