package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.domain.port.PlaceHints.Suggestion;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What all place hints promise, as long as they do not forget. */
public abstract class PlaceHintsContract {
  private static final EventId EVENT = new EventId("event-1");
  private static final EventId OTHER = new EventId("event-2");

  private PlaceHints hints;

  /** Hints that know nothing yet; called before each test. */
  protected abstract PlaceHints open();

  @BeforeEach
  void openHints() {
    hints = open();
  }

  @Test
  void without_a_cursor_there_is_nothing_to_suggest_but_seeding_it() {
    assertThat(suggest(10, 1)).isEqualTo(new Suggestion.Unseeded());
  }

  @Test
  void places_come_from_behind_the_highest_taken_one() {
    hints.seed(EVENT, 4);

    assertThat(suggest(10, 2)).isEqualTo(found(5, 6));
    assertThat(suggest(10, 3)).isEqualTo(found(7, 8, 9));
  }

  @Test
  void a_cursor_that_is_there_is_not_seeded_again() {
    hints.seed(EVENT, 0);
    suggest(10, 3);
    hints.seed(EVENT, 0);

    assertThat(suggest(10, 1)).isEqualTo(found(4));
  }

  @Test
  void each_event_has_hints_of_its_own() {
    hints.seed(EVENT, 4);

    assertThat(hints.suggest(OTHER, 10, new Quantity(1))).isEqualTo(new Suggestion.Unseeded());
    hints.release(OTHER, Places.of(1));
    hints.seed(OTHER, 0);
    assertThat(suggest(10, 1)).isEqualTo(found(5));
  }

  @Test
  void past_the_end_nothing_is_suggested() {
    hints.seed(EVENT, 3);
    suggest(5, 2);

    assertThat(suggest(5, 1)).isEqualTo(new Suggestion.Exhausted());
    assertThat(suggest(5, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  void released_places_are_suggested_past_the_end_to_one_caller() {
    hints.seed(EVENT, 5);
    hints.release(EVENT, Places.of(2, 4));

    assertThat(List.of(suggest(5, 1), suggest(5, 1))).containsExactlyInAnyOrder(found(2), found(4));
    assertThat(suggest(5, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  void released_places_beyond_the_end_are_not_suggested() {
    hints.seed(EVENT, 10);
    hints.release(EVENT, Places.of(9));

    assertThat(suggest(5, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  void what_a_search_found_is_suggested_and_nothing_else() {
    hints.seed(EVENT, 0);
    hints.refill(EVENT, 10, List.of(3, 7, 8));

    assertThat(suggest(10, 3)).isEqualTo(found(3, 7, 8));
    assertThat(suggest(10, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  void a_refill_is_as_good_as_a_seed() {
    hints.refill(EVENT, 10, List.of(3));

    assertThat(suggest(10, 1)).isEqualTo(found(3));
    assertThat(suggest(10, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  void a_sold_out_event_is_remembered_with_what_is_left() {
    hints.seed(EVENT, 10);
    hints.searching(EVENT, () -> soldOut(10, 1));

    assertThat(suggest(10, 2)).isEqualTo(new Suggestion.SoldOut(1));
  }

  @Test
  void whoever_wants_no_more_than_is_left_is_not_told_that_it_is_sold_out() {
    hints.searching(
        EVENT,
        () -> {
          hints.refill(EVENT, 10, List.of(6));
          return soldOut(10, 1);
        });

    assertThat(suggest(10, 2)).isEqualTo(new Suggestion.SoldOut(1));
    assertThat(suggest(10, 1)).isEqualTo(found(6));
  }

  @Test
  void a_sold_out_event_that_grows_is_not_sold_out() {
    hints.seed(EVENT, 10);
    hints.searching(EVENT, () -> soldOut(10, 0));

    assertThat(suggest(12, 2)).isNotInstanceOf(Suggestion.SoldOut.class);
  }

  @Test
  void a_release_forgets_that_the_event_was_sold_out() {
    hints.seed(EVENT, 10);
    hints.searching(EVENT, () -> soldOut(10, 0));
    hints.release(EVENT, Places.of(4));

    assertThat(suggest(10, 1)).isEqualTo(found(4));
    assertThat(suggest(10, 1)).isEqualTo(new Suggestion.Exhausted());
  }

  @Test
  void sold_out_is_not_remembered_when_places_were_released_since_the_search_began() {
    hints.seed(EVENT, 10);
    hints.searching(
        EVENT,
        () -> {
          hints.release(EVENT, Places.of(4));
          return soldOut(10, 0);
        });

    assertThat(suggest(10, 1)).isEqualTo(found(4));
  }

  @Test
  void a_search_answers_what_it_found() {
    assertThat(hints.searching(EVENT, () -> "found")).isEqualTo("found");
  }

  @RepeatedTest(3)
  void of_many_callers_each_is_suggested_places_of_its_own() {
    hints.seed(EVENT, 0);
    hints.refill(EVENT, 30, IntStream.rangeClosed(1, 30).boxed().toList());

    List<Suggestion> answers = Race.of(16, _ -> suggest(40, 2));

    assertThat(answers)
        .filteredOn(Suggestion.Found.class::isInstance)
        .flatExtracting(answer -> ((Suggestion.Found) answer).places().ordinals())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(30);
  }

  @RepeatedTest(3)
  void searches_of_one_event_run_one_after_the_other() {
    AtomicInteger running = new AtomicInteger();

    List<Integer> seen =
        Race.of(
            8,
            _ ->
                hints.searching(
                    EVENT,
                    () -> {
                      int others = running.getAndIncrement();
                      Thread.yield();
                      running.decrementAndGet();
                      return others;
                    }));

    assertThat(seen).containsOnly(0);
  }

  private int soldOut(int totalTickets, int left) {
    hints.soldOut(EVENT, totalTickets, left);
    return left;
  }

  private Suggestion suggest(int totalTickets, int quantity) {
    return hints.suggest(EVENT, totalTickets, new Quantity(quantity));
  }

  private static Suggestion found(Integer... places) {
    return new Suggestion.Found(Places.of(places));
  }
}
