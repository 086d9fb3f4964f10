package dev.lastseat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class InstantsTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @Test
  void what_lies_ahead_is_as_far_away_as_what_lies_as_long_ago() {
    Duration minute = Duration.ofMinutes(1);

    assertThat(Instants.distance(NOON, NOON.plus(minute))).isEqualTo(minute);
    assertThat(Instants.distance(NOON, NOON.minus(minute))).isEqualTo(minute);
  }
}
