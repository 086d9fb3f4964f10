package dev.lastseat.bootstrap.adapter;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.embedded.memory.InProcessAdapters;
import dev.lastseat.http.HttpPorts;
import dev.lastseat.redis.RedisAdapters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** In the process, or shared by all instances in Redis. */
public record Caches(
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
