package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastseat.application.contract.HealthContract;
import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.engines.RedisProcess;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readiness must not say that all is well while every trip fails. */
class RedisHealthTest extends HealthContract {
  private final TickingClock clock = new TickingClock();
  private RedisProcess redis;
  private Instance instance;
  private RedisHealth health;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    instance = new Instance(redis.uri(), "test:", Duration.ofHours(1), clock);
    health = new RedisHealth(instance.context());
  }

  @AfterEach
  void end() {
    instance.context().redis().close();
    redis.close();
  }

  @Override
  protected Health well() {
    return health;
  }

  @Override
  protected Health away() {
    return RedisAdapters.open(
            "redis://127.0.0.1:1", clock, new SplittableRandom(1), Observer.NOBODY)
        .health();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPLICAOF 127.0.0.1 1",
        "CONFIG SET maxmemory 1",
        "ACL SETUSER default -eval",
        "ACL SETUSER default -set"
      })
  void one_that_answers_but_refuses_to_work_is_not(String command) {
    String[] words = command.split(" ", 2);
    RawCommands.run(redis.uri(), words[0], words[1].split(" "));

    assertThatIllegalStateException()
        .isThrownBy(health::check)
        .withMessageStartingWith("redis does not do its work");
  }
}
