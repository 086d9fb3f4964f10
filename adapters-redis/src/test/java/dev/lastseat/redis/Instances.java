package dev.lastseat.redis;

import dev.lastseat.engines.Engines;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Instances of one test, which share their keys; gone after the test, together with the keys. */
final class Instances implements AfterEachCallback {
  static final SecureRandom RANDOM = new SecureRandom();

  private final String prefix = "test-" + HexFormat.of().toHexDigits(RANDOM.nextLong()) + ":";
  private final List<Instance> open = new ArrayList<>();

  RedisContext open(Clock clock) {
    return open(clock, Duration.ofMillis(5));
  }

  /** One whose queue goes out by itself after so long. */
  RedisContext open(Clock clock, Duration patience) {
    Instance instance = new Instance(Engines.redis(), prefix, patience, clock);
    open.add(instance);
    return instance.context();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(Instance::close);
  }
}
