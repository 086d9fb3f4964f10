package dev.lastseat.mongo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Clock.systemUTC(), new Random(1));

  @Test
  void whoever_lost_may_try_again() {
    assertThat(backoff.pause()).isTrue();
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
