package dev.lastseat.bootstrap;

import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweeperTest {
  static List<Runnable> failures() {
    return List.of(
        () -> {
          throw new StoreUnavailable("away");
        },
        () -> {
          throw new IllegalStateException("wrong");
        },
        () -> {
          throw new StackOverflowError("deep");
        });
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_sweep_that_fails_is_not_the_last_one(Runnable failure) throws Exception {
    CountDownLatch others = new CountDownLatch(3);
    try (Sweeper _ = new Sweeper(List.of(failure, others::countDown), Duration.ofMillis(1))) {
      others.await();
    }
  }
}
