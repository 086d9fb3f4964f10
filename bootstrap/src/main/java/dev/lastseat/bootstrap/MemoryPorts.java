package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.AvailabilityCache;
import dev.lastseat.domain.port.EventCache;
import dev.lastseat.domain.port.FirstPages;
import dev.lastseat.domain.port.Health;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.domain.port.RateLimiter;
import dev.lastseat.domain.port.RememberedResponses;
import dev.lastseat.embedded.memory.InProcessAdapters;
import dev.lastseat.redis.RedisAdapters;
import java.util.List;

/** What may be forgotten at any time: in the process, or shared by all instances in Redis. */
record MemoryPorts(
    EventCache events,
    FirstPages firstPages,
    AvailabilityCache availability,
    PlaceHints hints,
    RememberedResponses responses,
    RateLimiter limiter,
    List<Health> health) {

  static MemoryPorts of(InProcessAdapters process, Settings settings) {
    return new MemoryPorts(
        process.eventCache(),
        process.firstPages(),
        process.availabilityCache(settings.lifetimes().availability()),
        process.placeHints(),
        process.rememberedResponses(settings.lifetimes().idempotency()),
        process.rateLimiter(settings.limits().window()),
        List.of());
  }

  /** Redis, and in the process whenever it is away. */
  static MemoryPorts of(RedisAdapters redis, MemoryPorts process, Settings settings) {
    return new MemoryPorts(
        redis.eventCache(process.events()),
        redis.firstPages(process.firstPages()),
        redis.availabilityCache(settings.lifetimes().availability(), process.availability()),
        redis.placeHints(process.hints()),
        redis.rememberedResponses(settings.lifetimes().idempotency(), process.responses()),
        redis.rateLimiter(settings.limits().window(), process.limiter()),
        List.of(redis.health()));
  }
}
