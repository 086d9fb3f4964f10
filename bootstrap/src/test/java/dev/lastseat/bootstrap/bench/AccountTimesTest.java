package dev.lastseat.bootstrap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The statistics of the comparison, on distributions that are known. */
class AccountTimesTest {
  private static double[] from(int first) {
    return IntStream.range(first, first + 1_000).mapToDouble(i -> i).toArray();
  }

  @Test
  void equal_distributions_show_no_difference() {
    assertThat(AccountTimes.mannWhitney(from(0), from(0))).isCloseTo(0, within(1e-9));
    assertThat(AccountTimes.kolmogorovSmirnov(from(0), from(0))).isLessThan(0.002);
  }

  /** Of values that are all greater U is all of 1,000,000, half of which are 38.7 deviations. */
  @Test
  void distributions_that_do_not_meet_show_all_of_it() {
    assertThat(AccountTimes.mannWhitney(from(1_000), from(0))).isCloseTo(38.7, within(0.1));
    assertThat(AccountTimes.kolmogorovSmirnov(from(1_000), from(0))).isEqualTo(1);
    assertThat(AccountTimes.kolmogorovSmirnov(from(0), from(1_000))).isEqualTo(1);
  }

  @Test
  void a_shift_of_a_tenth_is_seen() {
    assertThat(AccountTimes.mannWhitney(from(100), from(0))).isGreaterThan(2.576);
    assertThat(AccountTimes.kolmogorovSmirnov(from(100), from(0))).isCloseTo(0.1, within(0.002));
  }
}
