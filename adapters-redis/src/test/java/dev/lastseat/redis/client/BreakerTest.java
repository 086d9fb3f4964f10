package dev.lastseat.redis.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.TickingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final TickingClock clock = new TickingClock();
  private final Breaker breaker = new Breaker(clock);

  @Test
  void a_few_failures_keep_nobody_out() {
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.admits()).isTrue();

    breaker.succeeded();
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.admits()).isTrue();
  }

  @Test
  void after_failures_in_a_row_nobody_is_let_through() {
    fail(Breaker.FAILURES);
    clock.advance(Breaker.PAUSE.minusMillis(1));

    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void a_clock_that_is_put_back_an_hour_makes_nobody_wait_so_long() {
    fail(Breaker.FAILURES);
    clock.advance(Duration.ofHours(-1));

    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void after_a_pause_exactly_one_is_let_through() {
    fail(Breaker.FAILURES);
    clock.advance(Breaker.PAUSE);

    assertThat(Race.of(24, _ -> breaker.admits())).containsOnlyOnce(true);
  }

  @Test
  void when_that_one_fails_the_next_one_is_let_through_a_pause_later() {
    fail(Breaker.FAILURES);
    clock.advance(Breaker.PAUSE);
    assertThat(breaker.admits()).isTrue();
    fail(1);
    assertThat(breaker.admits()).isFalse();

    clock.advance(Breaker.PAUSE);
    assertThat(breaker.admits()).isTrue();
  }

  @Test
  void when_that_one_succeeds_everybody_is_let_through() {
    fail(Breaker.FAILURES);
    clock.advance(Breaker.PAUSE);
    assertThat(breaker.admits()).isTrue();
    breaker.succeeded();

    assertThat(Race.of(24, _ -> breaker.admits())).containsOnly(true);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed();
    }
  }
}
