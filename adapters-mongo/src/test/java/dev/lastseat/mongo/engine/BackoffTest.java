package dev.lastseat.mongo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Clock.systemUTC(), new Random(1));

  @Test
  void whoever_lost_may_try_again() {
    assertThat(backoff.pause()).isTrue();
  }

  @Test
  void whoever_had_few_attempts_tries_again_however_long_they_took() {
    TickingClock clock = new TickingClock();
    Backoff late = new Backoff(clock, new Random(1));
    clock.advance(Duration.ofHours(1));
    assertThat(IntStream.range(0, 6).mapToObj(_ -> late.pause()))
        .containsExactly(true, true, true, true, true, false);
  }

  @Test
  void a_clock_that_is_put_back_an_hour_lets_nobody_try_for_so_long() {
    TickingClock clock = new TickingClock();
    Backoff late = new Backoff(clock, new Random(1));
    clock.advance(Duration.ofHours(-1));
    assertThat(IntStream.range(0, 6).mapToObj(_ -> late.pause())).endsWith(true, false);
  }

  /** Its pauses would be none. */
  @Test
  void whoever_is_interrupted_tries_no_more() {
    Thread.currentThread().interrupt();
    try {
      assertThat(backoff.pause()).isFalse();
    } finally {
      Thread.interrupted();
    }
  }
}
