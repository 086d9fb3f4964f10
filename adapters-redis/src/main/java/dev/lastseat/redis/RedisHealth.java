package dev.lastseat.redis;

import dev.lastseat.domain.port.Health;
import java.time.Duration;
import java.util.List;

/** Whether Redis does what every trip asks of it; bookings go on without. */
record RedisHealth(Store store) implements Health {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** A replica, and a Redis that is full, answer everything else. */
  private static final Script WRITE =
      Script.of(
          """
          redis.call('SET', KEYS[1], 1, 'PX', ARGV[1])
          return 0
          """);

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public boolean essential() {
    return false;
  }

  @Override
  public void check() {
    store.redis().check(WRITE.with(List.of(store.keys().health()), KEPT.toMillis()));
  }
}
