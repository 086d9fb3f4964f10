package dev.lastseat.bootstrap.e2e;

import dev.lastseat.engines.Engines;
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

  @Override
  Houses houses(Path folder) {
    URI redis = URI.create(Engines.redis());
    flushes.scheduleAtFixedRate(() -> flush(redis), 0, 1, TimeUnit.SECONDS);
    return ThreeInstances.in(folder);
  }

  private static void flush(URI redis) {
    try (Jedis client = new Jedis(redis)) {
      client.flushDB();
    }
  }

  @AfterEach
  void stop() {
    flushes.close();
  }
}
