package dev.lastseat.bootstrap.e2e;

import dev.lastseat.engines.Engines;
import dev.lastseat.engines.RedisProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import redis.clients.jedis.Jedis;

/** The same, while Redis forgets everything again and again. */
class FlushedRedisStormTest extends StormContract {
  private final ScheduledExecutorService flushes = Executors.newSingleThreadScheduledExecutor();
  private final RedisProcess redis = RedisProcess.start();

  @Override
  House open(Map<String, String> settings, Path folder) {
    flushes.scheduleAtFixedRate(this::flush, 0, 1, TimeUnit.SECONDS);
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(SharedEngines.settings(Engines.mongodb(), redis.uri()));
    return ThreeInstances.on(all, folder);
  }

  private void flush() {
    try (Jedis client = new Jedis(URI.create(redis.uri()))) {
      client.flushAll();
    }
  }

  @AfterAll
  void stop() {
    flushes.close();
    redis.close();
  }
}
