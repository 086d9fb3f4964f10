package dev.lastseat.bootstrap.e2e;

import dev.lastseat.engines.Engines;
import dev.lastseat.engines.RedisProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import redis.clients.jedis.Jedis;

/** The same, while Redis forgets everything again and again. */
class FlushedRedisStormTest extends StormContract {
  private final ScheduledExecutorService flushes = Executors.newSingleThreadScheduledExecutor();
  private final RedisProcess redis = RedisProcess.start();

  @Override
  Houses houses(Path folder) {
    flushes.scheduleAtFixedRate(this::flush, 0, 1, TimeUnit.SECONDS);
    return ThreeInstances.on(SharedEngines.settings(Engines.mongodb(), redis.uri()), folder);
  }

  private void flush() {
    try (Jedis client = new Jedis(URI.create(redis.uri()))) {
      client.flushAll();
    }
  }

  @AfterEach
  void stop() {
    flushes.close();
    redis.close();
  }
}
