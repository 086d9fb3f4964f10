package dev.lastseat.bootstrap;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.Mailer;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Deliveries;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.FactLog;
import dev.lastseat.domain.port.store.FactPositions;
import dev.lastseat.domain.port.store.Jobs;
import dev.lastseat.domain.port.store.OneTimeTokens;
import dev.lastseat.domain.port.store.Orders;
import dev.lastseat.domain.port.store.PasskeyChallenges;
import dev.lastseat.domain.port.store.Passkeys;
import dev.lastseat.domain.port.store.SalesFigures;
import dev.lastseat.domain.port.store.SealedTree;
import dev.lastseat.domain.port.store.Sessions;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.port.store.Webhooks;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.memory.InProcessAdapters;
import dev.lastseat.http.HttpPorts;
import dev.lastseat.mail.MailAdapters;
import dev.lastseat.mongo.MongoAdapters;
import dev.lastseat.redis.RedisAdapters;
import dev.lastseat.webhooks.WebhookAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The adapters that the settings choose, at work: which of them serves which port. The truth is in
 * the stores; what is in the caches may be forgotten at any time.
 */
record Adapters(
    Stores stores, Caches caches, Mailer mailer, WebhookAdapters webhooks, Watching watching)
    implements AutoCloseable {

  /**
   * Opens them.
   *
   * @throws dev.lastseat.domain.port.UnusableStore when one cannot be used
   */
  static Adapters open(Settings settings, Clock clock, SecureRandom random) {
    Watching watching = Watching.of(settings);
    try {
      Caches caches = Caches.open(settings, clock, random, watching.observer());
      try {
        Stores stores = Stores.open(settings, clock, random, watching.observer());
        return new Adapters(
                stores,
                caches,
                mailer(settings, clock),
                new WebhookAdapters(settings.webhooks(), clock),
                watching)
            .watched();
      } catch (RuntimeException | Error failed) {
        caches.close().run();
        throw failed;
      }
    } catch (RuntimeException | Error failed) {
      watching.close().run();
      throw failed;
    }
  }

  private static Mailer mailer(Settings settings, Clock clock) {
    Settings.Mail mail = settings.mail();
    MailAdapters mails = new MailAdapters(mail.from(), settings.publicUrl(), clock);
    return mail.smtp()
        .map(mails::smtp)
        .orElseGet(() -> mails.files(settings.dataDir().resolve("mail")));
  }

  private Adapters watched() {
    Watched watched = new Watched(watching.observer());
    return new Adapters(
        watched.stores(stores),
        watched.caches(caches),
        watched.port(Mailer.class, mailer),
        webhooks,
        watching);
  }

  /** What {@code start} makes of them; if it fails, they are closed again. */
  static <T> T openFor(
      Settings settings, Clock clock, SecureRandom random, Function<Adapters, T> start) {
    Adapters adapters = open(settings, clock, random);
    try {
      return start.apply(adapters);
    } catch (RuntimeException | Error failed) {
      adapters.close();
      throw failed;
    }
  }

  /** Which is which, in one line. */
  String description() {
    String where = caches.health().isPresent() ? "Redis" : "in process";
    return stores.description() + "; caches, limits and hints: " + where;
  }

  /** How all of them are: the store, and Redis where there is one. */
  List<Health> health() {
    return Stream.concat(Stream.of(stores.health()), caches.health().stream()).toList();
  }

  /** The store last, for what is remembered may still ask it. */
  @Override
  public void close() {
    try (webhooks) {
      caches.close().run();
    } finally {
      try {
        stores.close().run();
      } finally {
        watching.close().run();
      }
    }
  }

  /**
   * What happened, how far those who follow it have come, what was counted of it, and its seals.
   *
   * @param arrive brings into the log what has happened
   */
  record Facts(
      FactLog log, FactPositions positions, SalesFigures sales, SealedTree tree, Runnable arrive) {}

  /**
   * SQLite, or MongoDB.
   *
   * @param sweeps what this store wants done again and again
   */
  record Stores(
      Events events,
      Bookings bookings,
      Orders orders,
      Users users,
      Sessions sessions,
      OneTimeTokens oneTimeTokens,
      Jobs jobs,
      Passkeys passkeys,
      PasskeyChallenges passkeyChallenges,
      ApiKeys apiKeys,
      Webhooks webhooks,
      Deliveries deliveries,
      Facts facts,
      Health health,
      List<Runnable> sweeps,
      Runnable close,
      String description) {

    static Stores open(Settings settings, Clock clock, SecureRandom random, Observer observer) {
      Settings.Servers servers = settings.servers();
      return servers
          .mongodbUri()
          .map(
              uri ->
                  of(
                      MongoAdapters.open(
                          uri, servers.pool(), servers.lists(), clock, random, observer)))
          .orElseGet(
              () -> of(EmbeddedAdapters.open(settings.dataDir(), clock, observer), settings));
    }

    private static Stores of(EmbeddedAdapters sqlite, Settings settings) {
      return new Stores(
          sqlite.events(),
          sqlite.bookings(),
          sqlite.orders(),
          sqlite.users(),
          sqlite.sessions(),
          sqlite.oneTimeTokens(),
          sqlite.jobs(),
          sqlite.passkeys(),
          sqlite.passkeyChallenges(),
          sqlite.apiKeys(),
          sqlite.webhooks(),
          sqlite.deliveries(),
          new Facts(
              sqlite.facts(),
              sqlite.factPositions(),
              sqlite.salesFigures(),
              sqlite.sealedTree(),
              () -> {}),
          sqlite.health(),
          List.of(),
          sqlite::close,
          "SQLite in " + settings.dataDir());
    }

    private static Stores of(MongoAdapters mongo) {
      return new Stores(
          mongo.events(),
          mongo.bookings(),
          mongo.orders(),
          mongo.users(),
          mongo.sessions(),
          mongo.oneTimeTokens(),
          mongo.jobs(),
          mongo.passkeys(),
          mongo.passkeyChallenges(),
          mongo.apiKeys(),
          mongo.webhooks(),
          mongo.deliveries(),
          new Facts(
              mongo.facts(),
              mongo.factPositions(),
              mongo.salesFigures(),
              mongo.sealedTree(),
              mongo::relayFacts),
          mongo.health(),
          List.of(mongo::finishEventChanges, mongo::relayFacts),
          mongo::close,
          "MongoDB");
    }
  }

  /** In the process, or shared by all instances in Redis. */
  record Caches(
      EventCache events,
      FirstPages firstPages,
      AvailabilityCache availability,
      PlaceHints hints,
      RememberedResponses responses,
      RateLimiter limiter,
      RateLimiter goodLogIns,
      Optional<Health> health,
      Runnable close) {

    static Caches open(Settings settings, Clock clock, SecureRandom random, Observer observer) {
      InProcessAdapters process = new InProcessAdapters(clock);
      return settings
          .servers()
          .redisUrl()
          .map(url -> RedisAdapters.open(url, clock, random, observer))
          .map(
              redis ->
                  of(redis, of(process, process.scatteredPlaceHints(random), settings), settings))
          .orElseGet(() -> of(process, process.placeHints(), settings));
    }

    private static Caches of(InProcessAdapters process, PlaceHints hints, Settings settings) {
      return new Caches(
          process.eventCache(),
          process.firstPages(),
          process.availabilityCache(settings.http().availabilityTtl()),
          hints,
          process.rememberedResponses(settings.lifetimes().idempotency()),
          process.rateLimiter(settings.http().requests().limits().window()),
          process.rateLimiter(HttpPorts.KNOWN_FOR),
          Optional.empty(),
          () -> {});
    }

    /** Redis, and those of the process whenever it is away. */
    private static Caches of(RedisAdapters redis, Caches alone, Settings settings) {
      return new Caches(
          redis.eventCache(alone.events()),
          redis.firstPages(),
          redis.availabilityCache(settings.http().availabilityTtl(), alone.availability()),
          redis.placeHints(alone.hints()),
          redis.rememberedResponses(settings.lifetimes().idempotency(), alone.responses()),
          redis.rateLimiter(settings.http().requests().limits().window(), alone.limiter()),
          redis.rateLimiter(HttpPorts.KNOWN_FOR, alone.goodLogIns()),
          Optional.of(redis.health()),
          redis::close);
    }
  }
}
