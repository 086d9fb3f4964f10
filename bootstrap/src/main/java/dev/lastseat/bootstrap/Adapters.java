package dev.lastseat.bootstrap;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.AvailabilityCache;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.EventCache;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.port.Users;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.memory.InProcessAdapters;
import dev.lastseat.mongo.MongoAdapters;
import dev.lastseat.redis.RedisAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The adapters that the settings choose, at work: which of them serves which port.
 *
 * @param description which is which, in one line
 */
record Adapters(
    Stores stores, Caches caches, AutoCloseable storage, AutoCloseable cache, String description)
    implements AutoCloseable {

  /**
   * Opens them.
   *
   * @throws dev.lastseat.domain.port.UnusableStore when one cannot be used
   */
  static Adapters open(Settings settings, Clock clock, SecureRandom random) {
    Optional<RedisAdapters> redis =
        settings.servers().redisUrl().map(url -> RedisAdapters.open(url, clock, random));
    try {
      return open(settings, clock, random, redis);
    } catch (RuntimeException | Error failed) {
      redis.ifPresent(RedisAdapters::close);
      throw failed;
    }
  }

  private static Adapters open(
      Settings settings, Clock clock, SecureRandom random, Optional<RedisAdapters> redis) {
    InProcessAdapters process = new InProcessAdapters(clock);
    Caches all =
        redis
            .map(it -> Caches.of(it, process, random, settings))
            .orElseGet(() -> Caches.of(process, process.placeHints(), settings));
    String where = redis.isPresent() ? "Redis" : "in process";
    AutoCloseable cache = () -> redis.ifPresent(RedisAdapters::close);
    Settings.Servers wanted = settings.servers();
    if (wanted.mongodbUri().isEmpty()) {
      EmbeddedAdapters sqlite = EmbeddedAdapters.open(settings.dataDir(), clock);
      String description =
          "SQLite in " + settings.dataDir() + "; caches, limits and hints: " + where;
      return new Adapters(Stores.of(sqlite), all, sqlite, cache, description);
    }
    MongoAdapters mongo =
        MongoAdapters.open(
            wanted.mongodbUri().get(),
            new MongoAdapters.Pool(wanted.poolMin(), wanted.poolMax()),
            clock,
            random);
    String description = "MongoDB; caches, limits and hints: " + where;
    return new Adapters(Stores.of(mongo), all, mongo, cache, description);
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

  /** How all of them are: the store, and Redis where there is one. */
  List<Health> health() {
    return Stream.concat(Stream.of(stores.health()), caches.health().stream()).toList();
  }

  /**
   * What the truth is kept in: SQLite, or MongoDB.
   *
   * @param sweeps what this store wants done again and again
   */
  record Stores(
      Events events,
      Bookings bookings,
      Orders orders,
      Users users,
      Sessions sessions,
      Health health,
      List<Runnable> sweeps) {

    static Stores of(EmbeddedAdapters sqlite) {
      return new Stores(
          sqlite.events(),
          sqlite.bookings(),
          sqlite.orders(),
          sqlite.users(),
          sqlite.sessions(),
          sqlite.health(),
          List.of());
    }

    static Stores of(MongoAdapters mongo) {
      return new Stores(
          mongo.events(),
          mongo.bookings(),
          mongo.orders(),
          mongo.users(),
          mongo.sessions(),
          mongo.health(),
          List.of(mongo::finishEventChanges));
    }
  }

  /** What may be forgotten at any time: in the process, or shared by all instances in Redis. */
  record Caches(
      EventCache events,
      FirstPages firstPages,
      AvailabilityCache availability,
      PlaceHints hints,
      RememberedResponses responses,
      RateLimiter limiter,
      Optional<Health> health) {

    static Caches of(InProcessAdapters process, PlaceHints hints, Settings settings) {
      return new Caches(
          process.eventCache(),
          process.firstPages(),
          process.availabilityCache(settings.lifetimes().availability()),
          hints,
          process.rememberedResponses(settings.lifetimes().idempotency()),
          process.rateLimiter(settings.limits().window()),
          Optional.empty());
    }

    /** Redis, and in the process whenever it is away. */
    static Caches of(
        RedisAdapters redis, InProcessAdapters process, SecureRandom random, Settings settings) {
      Caches alone = of(process, process.scatteredPlaceHints(random), settings);
      return new Caches(
          redis.eventCache(alone.events()),
          redis.firstPages(),
          redis.availabilityCache(settings.lifetimes().availability(), alone.availability()),
          redis.placeHints(alone.hints()),
          redis.rememberedResponses(settings.lifetimes().idempotency(), alone.responses()),
          redis.rateLimiter(settings.limits().window(), alone.limiter()),
          Optional.of(redis.health()));
    }
  }
}
