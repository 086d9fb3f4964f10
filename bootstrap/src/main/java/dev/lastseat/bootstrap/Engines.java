package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.memory.InProcessAdapters;
import dev.lastseat.mongo.MongoAdapters;
import dev.lastseat.redis.RedisAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * The engines that the settings name, at work: the store, and what may be forgotten.
 *
 * @param description which is which, in one line
 */
record Engines(
    StorePorts store,
    MemoryPorts memory,
    AutoCloseable storage,
    AutoCloseable cache,
    String description)
    implements AutoCloseable {

  /**
   * Opens them.
   *
   * @throws dev.lastseat.domain.port.UnusableStore when one cannot be used
   */
  static Engines open(Settings settings, Clock clock, SecureRandom random) {
    Optional<RedisAdapters> redis =
        settings.engines().redisUrl().map(url -> RedisAdapters.open(url, clock, random));
    try {
      return open(settings, clock, random, redis);
    } catch (RuntimeException | Error failed) {
      redis.ifPresent(RedisAdapters::close);
      throw failed;
    }
  }

  private static Engines open(
      Settings settings, Clock clock, SecureRandom random, Optional<RedisAdapters> redis) {
    MemoryPorts process = MemoryPorts.of(new InProcessAdapters(clock), settings);
    MemoryPorts memory = redis.map(it -> MemoryPorts.of(it, process, settings)).orElse(process);
    String caches = redis.isPresent() ? "Redis" : "in process";
    AutoCloseable cache = () -> redis.ifPresent(RedisAdapters::close);
    Settings.Engines wanted = settings.engines();
    if (wanted.mongodbUri().isEmpty()) {
      EmbeddedAdapters sqlite = EmbeddedAdapters.open(settings.dataDir(), clock);
      String description =
          "SQLite in " + settings.dataDir() + "; caches, limits and hints: " + caches;
      return new Engines(StorePorts.of(sqlite), memory, sqlite, cache, description);
    }
    MongoAdapters mongo =
        MongoAdapters.open(
            wanted.mongodbUri().get(),
            new MongoAdapters.Pool(wanted.poolMin(), wanted.poolMax()),
            clock,
            random);
    String description = "MongoDB; caches, limits and hints: " + caches;
    return new Engines(StorePorts.of(mongo), memory, mongo, cache, description);
  }

  /** The store last, for what is remembered may still ask it. */
  @Override
  public void close() {
    try (storage;
        cache) {
      // Nothing else to do.
    } catch (Exception failed) {
      throw new IllegalStateException("an engine did not close", failed);
    }
  }
}
