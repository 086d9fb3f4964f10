package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.engines.RedisProcess;
import dev.lastseat.engines.RoundTrips;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final Command COMMAND = Script.of("return 42").with(List.of());

  private final TickingClock clock = new TickingClock();

  @Test
  void when_the_end_of_one_errand_fails_those_that_went_with_it_are_over_too() {
    try (RedisProcess redis = RedisProcess.start();
        Instance instance = new Instance(redis.uri(), "test:", Duration.ofHours(1), clock)) {
      Backlog backlog = instance.store().backlog();
      backlog.whenever(new Errand("one", COMMAND, false, BacklogTest::fail));
      assertThatIllegalStateException()
          .isThrownBy(() -> backlog.now(Errand.once("two", COMMAND)))
          .withMessage("42 is no end");

      backlog.whenever(Errand.once("three", COMMAND));

      assertThat(trips(redis, () -> backlog.settle(List.of("one", "two")))).isZero();
      assertThat(trips(redis, () -> backlog.settle(List.of("three")))).isOne();
    }
  }

  private static void fail(Object reply) {
    throw new IllegalStateException(reply + " is no end");
  }

  private static int trips(RedisProcess redis, Runnable act) {
    return RoundTrips.of(redis.uri(), act);
  }

  /** Others may still be at work while it closes. */
  @Test
  void whoever_leaves_something_to_be_done_when_it_is_closed_already_does_not_hear_of_that() {
    try (RedisProcess redis = RedisProcess.start();
        Instance instance = new Instance(redis.uri(), "test:", Duration.ZERO, clock)) {
      Backlog backlog = instance.store().backlog();
      backlog.close();

      assertThatCode(() -> backlog.soon(Errand.once("subject", COMMAND)))
          .doesNotThrowAnyException();
    }
  }
}
