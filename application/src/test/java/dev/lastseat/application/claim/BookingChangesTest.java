package dev.lastseat.application.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BookingChangesTest {
  private final BookingChanges changes = Fakes.open().changes;
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void what_somebody_came_in_between_is_looked_at_anew() {
    Optional<String> second = Optional.of("second");

    assertThat(changes.untilDecided(() -> second.filter(_ -> attempts.incrementAndGet() == 2)))
        .isEqualTo("second");
  }

  @Test
  void whoever_is_overtaken_each_time_is_told_so_at_last() {
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(
            () ->
                changes.untilDecided(
                    () -> Optional.of("").filter(_ -> attempts.incrementAndGet() < 0)));
    assertThat(attempts).hasValue(BookingChanges.MAX_TRIES);
  }
}
