package dev.lastseat.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lastseat.domain.fixture.Trials;
import dev.lastseat.domain.shared.InvalidValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for all places and allowances. */
class OrdinalsTest {
  @Test
  void places_exist_if_and_only_if_they_are_distinct_and_from_1_up() {
    Trials.of(random -> placesExistIfTheyAreSound(numbers(random, 5, -2, 8)));
  }

  private static void placesExistIfTheyAreSound(List<Integer> ordinals) {
    boolean sound =
        !ordinals.isEmpty()
            && ordinals.stream().allMatch(ordinal -> ordinal >= 1)
            && new HashSet<>(ordinals).size() == ordinals.size();

    Throwable refusal = catchThrowable(() -> Places.of(ordinals));

    assertThat(refusal == null).isEqualTo(sound);
    if (refusal != null) {
      assertThat(refusal).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void places_are_the_same_in_whatever_order_they_are_named() {
    Trials.of(
        random -> {
          Set<Integer> ordinals = new HashSet<>(numbers(random, 12, 1, Integer.MAX_VALUE - 1));
          ordinals.add(random.nextInt(1, 100));
          placesAreTheSameInAnyOrder(ordinals);
        });
  }

  private static void placesAreTheSameInAnyOrder(Set<Integer> ordinals) {
    Places places = Places.of(ordinals);

    assertThat(places.ordinals()).isSorted().containsExactlyInAnyOrderElementsOf(ordinals);
    assertThat(Places.of(places.ordinals().reversed())).isEqualTo(places);
    assertThat(places.within(places.last())).isTrue();
    assertThat(places.within(places.last() - 1)).isFalse();
  }

  @Test
  void a_run_of_places_has_no_gaps() {
    Trials.of(
        random -> {
          int first = random.nextInt(1, 1_000_001);
          int count = random.nextInt(1, 11);
          Places run = Places.run(first, count);

          assertThat(run.count()).isEqualTo(count);
          assertThat(run.last()).isEqualTo(first + count - 1);
        });
  }

  @Test
  void free_allowances_are_free_within_the_limit_and_the_lowest() {
    Trials.of(
        random ->
            freeAllowancesAreTheLowest(
                taken(random), random.nextInt(1, 11), random.nextInt(1, 26)));
  }

  private static void freeAllowancesAreTheLowest(Set<Integer> taken, int quantity, int max) {
    Optional<Allowances> free = Allowances.free(taken, new Quantity(quantity), max);

    int left = max - taken.size();
    assertThat(free.isPresent()).isEqualTo(left >= quantity);
    free.map(Allowances::ordinals)
        .ifPresent(ordinals -> assertLowestFree(ordinals, taken, quantity, max));
  }

  @Test
  void allowances_chosen_anywhere_are_free_and_within_the_limit_if_there_are_enough() {
    Trials.of(
        random ->
            anyAllowancesAreFree(
                taken(random), random.nextInt(1, 11), random.nextInt(1, 26), random));
  }

  private static void anyAllowancesAreFree(
      Set<Integer> taken, int quantity, int max, SplittableRandom random) {
    Optional<Allowances> any = Allowances.anyFree(taken, new Quantity(quantity), max, random);

    assertThat(any.isPresent())
        .isEqualTo(Allowances.free(taken, new Quantity(quantity), max).isPresent());
    any.map(Allowances::ordinals)
        .ifPresent(
            ordinals ->
                assertThat(ordinals)
                    .hasSize(quantity)
                    .noneMatch(taken::contains)
                    .allMatch(ordinal -> ordinal <= max));
  }

  private static void assertLowestFree(
      List<Integer> ordinals, Set<Integer> taken, int quantity, int max) {
    assertThat(ordinals).hasSize(quantity).noneMatch(taken::contains);
    assertThat(ordinals.getLast()).isLessThanOrEqualTo(max);
    for (int ordinal = 1; ordinal < ordinals.getLast(); ordinal++) {
      assertThat(taken.contains(ordinal) || ordinals.contains(ordinal)).isTrue();
    }
  }

  private static Set<Integer> taken(SplittableRandom random) {
    return new HashSet<>(numbers(random, 30, 1, 30));
  }

  /** So many at most, each from the one to the other. */
  private static List<Integer> numbers(SplittableRandom random, int most, int from, int to) {
    return random.ints(random.nextInt(most + 1), from, to + 1).boxed().toList();
  }
}
