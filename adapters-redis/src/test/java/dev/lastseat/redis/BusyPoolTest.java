package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.engines.Engines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;

/** More callers than connections. */
class BusyPoolTest {
  private static final Command COMMAND = Script.of("return 42").with(List.of());

  @Test
  void that_all_connections_are_in_use_is_not_held_against_redis() {
    CountingBreaker breaker = new CountingBreaker(new TickingClock());
    ConnectionPool pool = RedisPool.open(RedisUrl.parse(Engines.redis()), Duration.ofSeconds(20));
    pool.setMaxWait(Duration.ofMillis(1));
    List<Connection> inUse = new ArrayList<>();
    try (Redis redis = new Redis(pool, breaker, new EventNews("test:event-news"))) {
      for (int i = 0; i < RedisPool.MAX_CONNECTIONS; i++) {
        inUse.add(pool.getResource());
      }
      assertThat(redis.ask(COMMAND)).isEmpty();

      inUse.forEach(Connection::close);
      assertThat(redis.ask(COMMAND)).contains(42L);
      assertThat(breaker.failures()).isZero();
    }
  }
}
