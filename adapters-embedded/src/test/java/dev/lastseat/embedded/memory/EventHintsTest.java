package dev.lastseat.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.port.StoreUnavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class EventHintsTest {
  private final EventHints hints = new EventHints();

  @Test
  void whoever_waited_through_a_search_that_failed_is_told_so_and_does_not_search_in_turn()
      throws Exception {
    CountDownLatch searching = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () ->
                hints.searching(
                    () -> {
                      searching.countDown();
                      join(fail);
                      throw new StoreUnavailable("gone");
                    }),
            Thread::startVirtualThread);
    searching.await();
    FutureTask<String> second = new FutureTask<>(() -> hints.searching(() -> "searched"));
    Thread waiter = Thread.ofPlatform().start(second);
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    fail.countDown();

    assertThatThrownBy(first::join).isInstanceOf(CompletionException.class);
    assertThatThrownBy(second::get).hasCauseInstanceOf(StoreUnavailable.class);
    assertThat(hints.searching(() -> "later")).isEqualTo("later");
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
