package dev.lastseat.redis;

import dev.lastseat.application.fake.FakeRateLimiter;
import dev.lastseat.application.fake.FakeRememberedResponses;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** All ports of one instance, used as a booking uses them. The fallbacks are fakes. */
record Ports(
    RateLimiter limiter,
    RememberedResponses responses,
    EventCache events,
    PlaceHints hints,
    AvailabilityCache availability,
    FirstPages pages) {
  static final Event EVENT = AnEvent.published("event-1").event();
  static final UserId ADA = new UserId("ada");
  private static final Duration DAY = Duration.ofDays(1);

  static Ports of(RedisContext context, Clock clock) {
    RedisAdapters redis = new RedisAdapters(context);
    return new Ports(
        redis.rateLimiter(DAY, new FakeRateLimiter(clock, DAY)),
        redis.rememberedResponses(DAY, new FakeRememberedResponses(clock, DAY)),
        redis.eventCache(new FakeEventCache(clock)),
        redis.placeHints(new FakePlaceHints(clock)),
        redis.availabilityCache(
            Duration.ofSeconds(5), new FakeAvailabilityCache(clock, Duration.ofSeconds(5))),
        redis.firstPages());
  }

  /** The calls of POST /bookings, in their order; answers what was suggested. */
  Suggestion book(long number, int tickets) {
    var key = new RememberedResponses.Key(ADA, new IdempotencyKey(new UUID(0x4000, number)));
    limiter.take("user:ada", 1_000);
    responses.begin(key, "a-fingerprint");
    Event event = events.get(EVENT.id(), _ -> Optional.of(EVENT)).orElseThrow();
    Suggestion suggested = suggest(event, tickets);
    availability.adjust(event.id(), new TicketCounts(tickets, 0));
    pages.forget(ADA);
    responses.complete(
        key, "a-fingerprint", new RememberedResponses.Response(201, "/bookings/1", "{}"));
    return suggested;
  }

  private Suggestion suggest(Event event, int tickets) {
    int total = event.details().totalTickets();
    Suggestion first = hints.suggest(event.id(), total, new Quantity(tickets));
    if (!(first instanceof Suggestion.Unseeded)) {
      return first;
    }
    hints.seed(event.id(), 0);
    return hints.suggest(event.id(), total, new Quantity(tickets));
  }
}
