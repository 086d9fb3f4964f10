package dev.lastseat.domain.port;

import static dev.lastseat.domain.port.OptimisticRetry.untilDecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OptimisticRetryTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void what_somebody_came_in_between_is_looked_at_anew() {
    Optional<String> second = Optional.of("second");

    assertThat(untilDecided("it", () -> second.filter(_ -> attempts.incrementAndGet() == 2)))
        .isEqualTo("second");
  }

  @Test
  void what_was_seen_already_is_looked_at_only_once_it_was_overtaken() {
    int first = untilDecided("it", 1, _ -> attempts.incrementAndGet(), Optional::of);
    assertThat(first).isEqualTo(1);
    assertThat(attempts).hasValue(0);

    int third =
        untilDecided("it", 1, it -> it + 1, it -> Optional.of(it).filter(seen -> seen == 3));
    assertThat(third).isEqualTo(3);
  }

  @Test
  void whoever_is_overtaken_each_time_is_told_so_at_last() {
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(
            () ->
                untilDecided(
                    "it", () -> Optional.of("").filter(_ -> attempts.incrementAndGet() < 0)))
        .withMessage("others change it all the time");
    assertThat(attempts).hasValue(OptimisticRetry.MAX_TRIES);
  }
}
