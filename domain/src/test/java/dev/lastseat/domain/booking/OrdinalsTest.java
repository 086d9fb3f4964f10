package dev.lastseat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** What holds for all places and allowances. */
class OrdinalsTest {
  @Property
  void places_exist_if_and_only_if_they_are_distinct_and_from_1_up(
      @ForAll @Size(max = 5) List<@IntRange(min = -2, max = 8) Integer> ordinals) {
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

  @Property
  void places_are_the_same_in_whatever_order_they_are_named(
      @ForAll @NotEmpty Set<@IntRange(min = 1) Integer> ordinals) {
    Places places = Places.of(ordinals);

    assertThat(places.ordinals()).isSorted().containsExactlyInAnyOrderElementsOf(ordinals);
    assertThat(Places.of(places.ordinals().reversed())).isEqualTo(places);
    assertThat(places.within(places.last())).isTrue();
    assertThat(places.within(places.last() - 1)).isFalse();
  }

  @Property
  void a_run_of_places_has_no_gaps(
      @ForAll @IntRange(min = 1, max = 1_000_000) int first,
      @ForAll @IntRange(min = 1, max = 10) int count) {
    Places run = Places.run(first, count);

    assertThat(run.count()).isEqualTo(count);
    assertThat(run.last()).isEqualTo(first + count - 1);
  }

  @Property
  void free_allowances_are_free_within_the_limit_and_the_lowest(
      @ForAll Set<@IntRange(min = 1, max = 30) Integer> taken,
      @ForAll @IntRange(min = 1, max = 10) int quantity,
      @ForAll @IntRange(min = 1, max = 25) int max) {
    Optional<Allowances> free = Allowances.free(taken, new Quantity(quantity), max);

    int left = max - taken.size();
    assertThat(free.isPresent()).isEqualTo(left >= quantity);
    free.map(Allowances::ordinals)
        .ifPresent(ordinals -> assertLowestFree(ordinals, taken, quantity, max));
  }

  @Property
  void allowances_chosen_anywhere_are_free_and_within_the_limit_if_there_are_enough(
      @ForAll Set<@IntRange(min = 1, max = 30) Integer> taken,
      @ForAll @IntRange(min = 1, max = 10) int quantity,
      @ForAll @IntRange(min = 1, max = 25) int max,
      @ForAll long seed) {
    var random = new SplittableRandom(seed);
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
}
