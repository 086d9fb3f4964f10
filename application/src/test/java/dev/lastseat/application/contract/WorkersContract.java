package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.job.Workers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What whoever does several things at once promises. */
@Timeout(30)
public abstract class WorkersContract {
  private static final Duration LONG = Duration.ofHours(1);

  protected abstract Workers workers();

  @Test
  void several_are_done_at_once_and_what_they_return_after_them() throws Exception {
    Workers workers = workers();
    CountDownLatch together = new CountDownLatch(8);
    CountDownLatch ended = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      workers.begin(
          () -> {
            together.countDown();
            boolean alone = interrupted(together);
            return () -> {
              if (!alone) {
                ended.countDown();
              }
            };
          },
          LONG);
    }
    ended.await();
  }

  @Test
  void whoever_begins_one_does_not_wait_for_it() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    workers()
        .begin(
            () -> {
              boolean _ = interrupted(begun);
              return ended::countDown;
            },
            LONG);

    begun.countDown();
    ended.await();
  }

  @Test
  void what_takes_too_long_is_interrupted_and_what_follows_is_not() {
    CompletableFuture<Boolean> disturbed = new CompletableFuture<>();
    workers()
        .begin(
            () -> {
              assertThat(interrupted(new CountDownLatch(1))).isTrue();
              Thread.currentThread().interrupt();
              return () -> disturbed.complete(Thread.currentThread().isInterrupted());
            },
            Duration.ofMillis(1));

    assertThat(disturbed.join()).isFalse();
  }

  private static boolean interrupted(CountDownLatch latch) {
    try {
      latch.await();
      return false;
    } catch (InterruptedException tooLong) {
      return true;
    }
  }
}
