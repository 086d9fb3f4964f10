package dev.lastseat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How the program ends, by the status that it exits with. */
class StopTest {
  private static final Duration LONG = Duration.ofDays(1);

  @Test
  void what_closes_in_order_is_a_success() {
    AtomicBoolean closed = new AtomicBoolean();
    assertThat(new Stop(() -> closed.set(true), LONG).run()).isZero();
    assertThat(closed).isTrue();
  }

  @Test
  void what_fails_to_close_is_a_failure() {
    try (LogOf log = new LogOf(Stop.class)) {
      assertThat(new Stop(StopTest::overflow, LONG).run()).isEqualTo(1);
      assertThat(log.lines()).containsExactly("ERROR not stopped in order");
    }
  }

  @Test
  void what_never_closes_is_a_failure_and_not_waited_for() {
    CountDownLatch never = new CountDownLatch(1);
    try (LogOf log = new LogOf(Stop.class)) {
      assertThat(new Stop(() -> await(never), Duration.ofMillis(1)).run()).isEqualTo(1);
      assertThat(log.lines())
          .containsExactly("ERROR not stopped in order within PT0.001S: the rest is cut off");
    }
    never.countDown();
  }

  private static void overflow() {
    throw new StackOverflowError("deep");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
