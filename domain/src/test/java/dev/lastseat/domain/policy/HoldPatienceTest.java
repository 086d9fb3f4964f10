package dev.lastseat.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldPatienceTest {
  private static final HoldPatience PATIENCE = new HoldPatience(3);
  private static final Instant LAST = Instant.parse("2026-06-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"3, 1", "4, 2", "5, 4", "8, 32", "9, 60", "10, 60", "1000, 60"})
  void the_wait_after_the_last_that_expired_doubles_up_to_an_hour(int expired, int minutes) {
    List<Instant> ends = Collections.nCopies(expired, LAST);
    Instant again = LAST.plus(Duration.ofMinutes(minutes));

    assertThat(PATIENCE.again(ends, LAST)).contains(again);
    assertThat(PATIENCE.again(ends, again.minusMillis(1))).contains(again);
    assertThat(PATIENCE.again(ends, again)).isEmpty();
  }

  @Test
  void a_few_may_expire() {
    assertThat(PATIENCE.again(List.of(), LAST)).isEmpty();
    assertThat(PATIENCE.again(List.of(LAST, LAST), LAST)).isEmpty();
  }

  @Test
  void the_wait_begins_with_the_last_one() {
    List<Instant> ends = List.of(LAST, LAST.minusSeconds(3_000), LAST.minusSeconds(6_000));

    assertThat(PATIENCE.again(ends, LAST)).contains(LAST.plusSeconds(60));
  }

  @Test
  void without_a_number_any_may_expire() {
    HoldPatience endless = new HoldPatience(0);

    assertThat(endless.again(Collections.nCopies(100, LAST), LAST)).isEmpty();
    assertThat(endless.again(List.of(), LAST)).isEmpty();
  }
}
