package dev.lastseat.redis;

import dev.lastseat.application.port.Health;
import dev.lastseat.redis.client.Command;
import java.time.Duration;
import java.util.List;

/** Whether Redis does what every trip asks of it; bookings go on without. */
record RedisHealth(RedisContext context) implements Health {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** A replica, and a Redis that is full, answer everything else. */
  private static final String WRITE = "return redis.call('SET', KEYS[1], 1, 'PX', ARGV[1])";

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
    context.redis().check(Command.of(WRITE, List.of(context.keys().health()), KEPT.toMillis()));
  }
}
