package dev.lastseat.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.contract.RateLimiterContract;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.domain.fixture.TickingClock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InProcessRateLimiterTest extends RateLimiterContract {
  @Override
  protected RateLimiter open(TickingClock clock) {
    return new InProcessRateLimiter(WINDOW, clock);
  }

  @Test
  void buckets_of_long_names_take_a_bounded_part_of_the_memory() {
    RateLimiter limiter = new InProcessRateLimiter(WINDOW, new TickingClock());
    String longName = "x".repeat(InProcessRateLimiter.MAX_BYTES / 10);
    IntStream.range(0, 20).forEach(i -> limiter.take(longName + i, 100));

    long known =
        IntStream.range(0, 20)
            .filter(i -> limiter.look(longName + i, 100).remaining() < 100)
            .count();

    assertThat(known).isBetween(1L, 9L);
  }
}
