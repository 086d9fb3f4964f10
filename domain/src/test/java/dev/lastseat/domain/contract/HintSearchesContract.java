package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searching, and remembering for a moment that it was in vain. */
interface HintSearchesContract extends HintsTest {
  int TOTAL = 10;

  @Test
  default void an_event_that_was_found_sold_out_is_not_searched_again_at_once() {
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0);

    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(hints().soldOut(0));
    assertThat(hints().suggest(TOTAL, 2)).isEqualTo(hints().soldOut(0));
  }

  @Test
  default void what_is_left_is_still_suggested_to_whoever_wants_no_more() {
    hints().refill(TOTAL, List.of(3, 8));
    hints().searchInVain(TOTAL, 2);

    assertThat(hints().suggest(TOTAL, 3)).isEqualTo(hints().soldOut(2));
    assertThat(hints().suggest(TOTAL, 2)).isEqualTo(new Suggestion.Found(Places.of(3, 8)));
  }

  @Test
  default void sold_out_is_remembered_for_two_seconds_at_most() {
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0);
    hints().clock().advance(Duration.ofSeconds(2));

    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void a_clock_that_is_put_back_a_day_lets_no_search_be_believed_for_so_long() {
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0);
    hints().clock().advance(Duration.ofDays(-1));

    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void sold_out_is_forgotten_when_places_are_released() {
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0);
    hints().release(7);

    assertThat(hints().suggest(TOTAL, 2)).isEqualTo(new Suggestion.Exhausted());
    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(new Suggestion.Found(Places.of(7)));
  }

  @Test
  default void of_no_place_it_is_only_forgotten_that_all_were_sold_out() {
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0);
    hints().release();

    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(new Suggestion.Exhausted());
    hints().searchInVain(TOTAL, 0, () -> hints().release());
    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void sold_out_is_not_remembered_when_places_were_released_during_the_search() {
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0, () -> hints().release(7));

    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(new Suggestion.Found(Places.of(7)));
    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void a_release_before_the_search_does_not_keep_it_from_being_remembered() {
    hints().seed(TOTAL);
    hints().release(7);
    hints().suggest(TOTAL, 1);
    hints().searchInVain(TOTAL, 0);

    assertThat(hints().suggest(TOTAL, 1)).isEqualTo(hints().soldOut(0));
  }

  @Test
  default void an_event_that_grew_is_not_sold_out() {
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0);

    assertThat(hints().suggest(TOTAL + 1, 1)).isEqualTo(new Suggestion.Found(Places.of(TOTAL + 1)));
  }

  @Test
  default void one_event_being_sold_out_says_nothing_of_another() {
    hints().port().seed(Hints.OTHER, 0);
    hints().refill(TOTAL, List.of());
    hints().searchInVain(TOTAL, 0);

    assertThat(hints().port().suggest(Hints.OTHER, TOTAL, new Quantity(1)))
        .isEqualTo(new Suggestion.Found(Places.of(1)));
  }

  @Test
  default void a_search_answers_what_it_found() {
    assertThat(hints().port().<Integer>searching(Hints.EVENT, () -> 42)).isEqualTo(42);
  }

  @Test
  default void a_search_that_fails_lets_the_next_one_begin() {
    assertThatIllegalStateException()
        .isThrownBy(() -> hints().port().searching(Hints.EVENT, HintSearchesContract::fail));

    assertThat(Race.of(1, _ -> hints().port().<Integer>searching(Hints.EVENT, () -> 42)))
        .containsExactly(42);
  }

  @Test
  default void searches_of_different_events_do_not_wait_for_each_other() {
    List<Integer> found =
        hints()
            .port()
            .searching(
                Hints.EVENT,
                () -> Race.of(1, _ -> hints().port().<Integer>searching(Hints.OTHER, () -> 42)));

    assertThat(found).containsExactly(42);
  }

  private static int fail() {
    throw new IllegalStateException("the search failed");
  }
}
