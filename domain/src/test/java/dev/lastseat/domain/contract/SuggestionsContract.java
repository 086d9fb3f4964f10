package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Suggesting places, with nobody else at work. */
interface SuggestionsContract extends HintsTest {
  @Test
  default void without_a_cursor_there_is_nothing_to_suggest() {
    assertThat(hints().suggest(10, 1)).isEqualTo(new Suggestion.Unseeded());
  }

  @Test
  default void suggestions_begin_behind_the_highest_place_taken() {
    hints().seed(3);

    assertThat(hints().suggest(10, 2)).isEqualTo(new Suggestion.Found(Places.of(4, 5)));
    assertThat(hints().suggest(10, 1)).isEqualTo(new Suggestion.Found(Places.of(6)));
    assertThat(hints().suggest(10, 4)).isEqualTo(new Suggestion.Found(Places.run(7, 4)));
  }

  @Test
  default void a_cursor_that_is_there_is_not_moved_by_another_seed() {
    hints().seed(0);
    hints().suggest(10, 2);
    hints().seed(0);
    assertThat(hints().suggest(10, 1)).isEqualTo(new Suggestion.Found(Places.of(3)));

    hints().seed(8);
    assertThat(hints().suggest(10, 1)).isEqualTo(new Suggestion.Found(Places.of(4)));
  }

  @Test
  default void every_event_has_hints_of_its_own() {
    hints().seed(0);
    hints().port().seed(Hints.OTHER, 5);

    assertThat(hints().port().suggest(Hints.OTHER, 10, new Quantity(2)))
        .isEqualTo(new Suggestion.Found(Places.of(6, 7)));
    assertThat(hints().suggest(10, 2)).isEqualTo(new Suggestion.Found(Places.of(1, 2)));
  }

  @Test
  default void past_the_end_there_is_nothing_to_suggest() {
    hints().seed(0);

    assertThat(hints().drain(3)).containsExactly(1, 2, 3);
    assertThat(hints().suggest(3, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void of_an_event_that_is_full_nothing_is_suggested() {
    hints().seed(3);

    assertThat(hints().suggest(3, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void an_event_that_grew_has_its_new_places_suggested() {
    hints().seed(0);
    hints().suggest(2, 2);

    assertThat(hints().drain(4)).containsExactly(3, 4);
  }

  @Test
  default void places_that_were_released_are_suggested_once_more_after_those_ahead() {
    hints().seed(0);
    hints().suggest(5, 4);
    hints().release(2, 3);

    assertThat(hints().drain(5)).startsWith(5).containsExactlyInAnyOrder(5, 2, 3);
  }

  @Test
  default void several_released_places_are_suggested_together() {
    hints().seed(5);
    hints().release(1);
    hints().release(3, 5);

    assertThat(hints().suggest(5, 3)).isEqualTo(new Suggestion.Found(Places.of(1, 3, 5)));
    assertThat(hints().suggest(5, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void a_place_that_was_released_twice_is_suggested_once() {
    hints().seed(5);
    hints().release(2);
    hints().release(2);

    assertThat(hints().drain(5)).containsExactly(2);
  }

  /** As when an exact search had found it before the cursor came there. */
  @Test
  default void a_place_that_was_released_ahead_of_the_cursor_is_suggested_once() {
    hints().seed(0);
    hints().release(3);

    assertThat(hints().drain(4)).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  default void a_place_that_was_released_before_there_was_a_cursor_is_suggested_once_at_most() {
    hints().release(2, 4);
    hints().seed(3);

    assertThat(hints().drain(5)).contains(4, 5).doesNotHaveDuplicates();
  }

  @Test
  default void a_place_beyond_the_end_is_never_suggested() {
    hints().seed(5);
    hints().release(2, 4, 5);

    assertThat(hints().drain(3)).containsExactly(2);
  }

  @Test
  default void what_a_search_found_is_suggested_and_nothing_else() {
    hints().seed(0);
    hints().refill(9, List.of(2, 7, 4));

    assertThat(hints().drain(9)).containsExactlyInAnyOrder(2, 4, 7);
    assertThat(hints().suggest(9, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void a_search_makes_a_cursor_where_there_was_none() {
    hints().refill(9, List.of());

    assertThat(hints().suggest(9, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  default void a_place_that_was_released_and_then_found_is_suggested_once() {
    hints().seed(9);
    hints().release(2, 3);
    hints().refill(9, List.of(2, 3, 4));

    assertThat(hints().drain(9)).containsExactlyInAnyOrder(2, 3, 4);
  }

  @Test
  default void nothing_is_known_of_an_event_that_was_forgotten_nor_of_what_it_had_released() {
    hints().seed(20);
    hints().release(3, 8);
    hints().suggest(100, 2);

    hints().port().forget(Hints.EVENT);

    assertThat(hints().suggest(100, 1)).isEqualTo(new Suggestion.Unseeded());
    hints().refill(100, List.of());
    assertThat(hints().suggest(100, 1)).isEqualTo(new Suggestion.Exhausted());
  }
}
