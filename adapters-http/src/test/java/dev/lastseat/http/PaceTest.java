package dev.lastseat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long NOW = 1_800_000_000_000L;

  private final Pace pace = new Pace(new HttpSettings.Connections(1, 100, PATIENCE));

  @Test
  void a_message_is_judged_by_its_bytes_once_it_had_some_time() {
    assertThat(pace.isTooSlow(1, 10, NOW)).isFalse();
    assertThat(pace.isTooSlow(1, 10, NOW + PATIENCE.toMillis() - 1)).isFalse();
    assertThat(pace.isTooSlow(1, 10, NOW + PATIENCE.toMillis())).isTrue();

    pace.isTooSlow(2, 999, NOW);
    assertThat(pace.isTooSlow(2, 1, NOW + PATIENCE.toMillis())).isFalse();
  }

  @Test
  void a_clock_that_is_put_back_an_hour_lets_no_message_take_so_long() {
    pace.isTooSlow(1, 10, NOW);
    long back = NOW - Duration.ofHours(1).toMillis();
    assertThat(pace.isTooSlow(1, 10, back)).isFalse();

    assertThat(pace.isTooSlow(1, 10, back + PATIENCE.toMillis())).isTrue();
  }
}
