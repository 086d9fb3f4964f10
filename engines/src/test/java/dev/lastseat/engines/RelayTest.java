package dev.lastseat.engines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest extends UnreliableContract {
  private RedisProcess redis;
  private Relay relay;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    relay = Relay.before(redis.uri() + "/7?some=option");
  }

  @AfterEach
  void end() {
    relay.close();
    redis.close();
  }

  @Override
  Unreliable engine() {
    return relay;
  }

  @Override
  String uri() {
    return relay.uri();
  }

  @Test
  void its_uri_is_that_of_the_engine_but_for_the_address() {
    assertThat(relay.uri()).endsWith("/7?some=option").doesNotContain(redis.uri());
  }
}
