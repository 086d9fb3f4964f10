package dev.lastseat.redis;

import dev.lastseat.domain.port.Health;

/** Whether Redis answers; bookings go on without. */
record RedisHealth(Redis redis) implements Health {
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
    redis.ping();
  }
}
