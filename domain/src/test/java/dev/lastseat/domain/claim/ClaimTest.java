package dev.lastseat.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {
  @Test
  void places_are_kept_in_ascending_order() {
    assertThat(Places.of(7, 3, 5)).isEqualTo(Places.of(3, 5, 7));
    assertThat(Places.of(7, 3, 5).last()).isEqualTo(7);
    assertThat(Places.run(3, 4)).isEqualTo(Places.of(3, 4, 5, 6));
  }

  @Test
  void a_place_is_an_ordinal_from_1_up_and_occurs_once() {
    assertRefused("places", Places::of);
    assertRefused("places", () -> Places.of(0));
    assertRefused("places", () -> Places.of(-1, 2));
    assertRefused("places", () -> Places.of(2, 3, 2));
  }

  @Test
  void all_of_the_places_must_exist() {
    assertThat(Places.of(1, 5).within(5)).isTrue();
    assertThat(Places.of(1, 5).within(4)).isFalse();
  }

  @Test
  void a_claim_uses_up_as_many_allowances_as_it_has_places() {
    Allowances two = new Allowances(List.of(4, 2));

    assertThat(new Claim(Places.of(8, 9), two).allowances().ordinals()).containsExactly(2, 4);
    assertRefused("allowances", () -> new Claim(Places.of(8), two));
    assertRefused("allowances", () -> new Allowances(List.of(1, 1)));
  }

  @Test
  void free_allowances_are_the_lowest_that_are_left() {
    assertThat(Allowances.free(Set.of(1, 3), new Quantity(2), 5))
        .contains(new Allowances(List.of(2, 4)));
    assertThat(Allowances.free(Set.of(1, 3), new Quantity(3), 5))
        .contains(new Allowances(List.of(2, 4, 5)));
    assertThat(Allowances.free(Set.of(1, 3), new Quantity(4), 5)).isEmpty();
  }

  @Test
  void allowances_beyond_a_lowered_limit_count_too() {
    assertThat(Allowances.free(Set.of(8, 9), new Quantity(1), 2)).isEmpty();
    assertThat(Allowances.free(Set.of(8, 9), new Quantity(3), 4)).isEmpty();
    assertThat(Allowances.free(Set.of(8, 9), new Quantity(2), 4))
        .contains(Allowances.first(new Quantity(2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
  void a_booking_is_for_one_to_a_hundred_tickets(int tickets) {
    assertThat(new Quantity(1).tickets() + new Quantity(100).tickets()).isEqualTo(101);
    assertRefused("quantity", () -> new Quantity(tickets));
  }

  private static void assertRefused(String field, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(making)
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
  }
}
