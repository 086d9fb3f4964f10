package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;

/** Many who want hints at the same time. */
interface HintRacesContract extends HintsTest {
  int CALLERS = 24;

  @RepeatedTest(3)
  default void no_place_is_suggested_to_two_callers() {
    hints().seed(0);

    List<Optional<Places>> found = Race.of(CALLERS, i -> hints().places(1_000, i % 5 + 1));

    assertThat(found).allMatch(Optional::isPresent);
    assertThat(ordinals(found)).doesNotHaveDuplicates();
  }

  @RepeatedTest(3)
  default void no_released_place_is_suggested_to_two_callers() {
    hints().refill(100, List.of(3, 14, 15, 92, 65, 35, 89, 79));

    List<Optional<Places>> found = Race.of(CALLERS, _ -> hints().places(100, 1));

    assertThat(ordinals(found)).containsExactlyInAnyOrder(3, 14, 15, 92, 65, 35, 89, 79);
  }

  @RepeatedTest(3)
  default void of_callers_who_all_find_no_cursor_the_first_one_seeds_it() {
    List<Optional<Places>> found = Race.of(CALLERS, _ -> seedAndSuggest());

    assertThat(found).allMatch(Optional::isPresent);
    assertThat(ordinals(found)).doesNotHaveDuplicates();
  }

  private Optional<Places> seedAndSuggest() {
    if (hints().suggest(1_000, 1) instanceof Suggestion.Found(Places places)) {
      return Optional.of(places);
    }
    hints().seed(0);
    return hints().places(1_000, 1);
  }

  @RepeatedTest(3)
  default void what_everybody_gives_back_is_suggested_again_and_nothing_is_lost() {
    hints().seed(0);

    List<Boolean> gaveBack = Race.of(CALLERS, _ -> takeAndGiveBack());

    assertThat(gaveBack).containsOnly(true);
    assertThat(hints().drain(CALLERS)).hasSize(CALLERS).doesNotHaveDuplicates();
  }

  private boolean takeAndGiveBack() {
    Optional<Places> taken = hints().places(CALLERS, 1);
    taken.ifPresent(places -> hints().port().release(Hints.EVENT, places.ordinals()));
    return taken.isPresent();
  }

  @RepeatedTest(3)
  default void searches_of_one_event_take_turns() {
    AtomicInteger searching = new AtomicInteger();

    List<Integer> searchers =
        Race.of(CALLERS, _ -> hints().port().searching(Hints.EVENT, () -> turn(searching)));

    assertThat(searchers).containsOnly(1);
  }

  @SuppressWarnings("ThreadPriorityCheck") // lets others in, if anybody can come in
  private static int turn(AtomicInteger searching) {
    int searchers = searching.incrementAndGet();
    Thread.yield();
    searching.decrementAndGet();
    return searchers;
  }

  private static List<Integer> ordinals(List<Optional<Places>> found) {
    return found.stream()
        .flatMap(Optional::stream)
        .flatMap(places -> places.ordinals().stream())
        .toList();
  }
}
