package dev.lastseat.engines;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class RedisProcessTest extends UnreliableContract {
  private RedisProcess redis;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
  }

  @AfterEach
  void end() {
    redis.close();
  }

  @Override
  Unreliable engine() {
    return redis;
  }

  @Override
  String uri() {
    return redis.uri();
  }
}
