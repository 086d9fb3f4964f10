package dev.lastseat.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventHintsTest {
  private static final Instant NOW = Instant.EPOCH;

  private final EventHints hints = new EventHints(Optional.empty());

  @Test
  void a_clock_that_is_put_back_makes_no_mark_of_sold_out_last_longer() {
    hints.refill(10, List.of());
    hints.soldOut(10, 0, NOW);
    assertThat(hints.suggest(10, 1, NOW)).isEqualTo(new Suggestion.SoldOut(0, NOW));

    assertThat(hints.suggest(10, 1, NOW.minusSeconds(3_600))).isEqualTo(new Suggestion.Exhausted());
  }

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

  @Test
  void where_others_sell_too_nothing_is_suggested_but_what_a_search_found_and_each_place_once() {
    EventHints scattered = new EventHints(Optional.of(new Random(1)));
    scattered.seed(0);
    assertThat(scattered.suggest(100, 1, NOW)).isInstanceOf(Suggestion.Exhausted.class);

    scattered.refill(100, range(41, 60));
    List<Integer> suggested = new ArrayList<>();
    while (scattered.suggest(100, 2, NOW) instanceof Suggestion.Found(Places places)) {
      suggested.addAll(places.ordinals());
    }

    assertThat(suggested).hasSize(20).containsExactlyInAnyOrderElementsOf(range(41, 60));
    assertThat(suggested.getFirst()).isNotEqualTo(41);
  }

  @Test
  void two_instances_begin_at_different_places() {
    List<Integer> first = new ArrayList<>();
    for (int instance = 0; instance < 20; instance++) {
      EventHints scattered = new EventHints(Optional.of(new Random(instance)));
      scattered.seed(0);
      scattered.refill(1_000, range(1, 1_000));
      if (scattered.suggest(1_000, 1, NOW) instanceof Suggestion.Found(Places places)) {
        first.addAll(places.ordinals());
      }
    }

    assertThat(first).hasSize(20);
    assertThat(Set.copyOf(first)).hasSizeGreaterThan(15);
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
