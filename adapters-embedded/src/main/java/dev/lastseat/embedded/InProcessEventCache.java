package dev.lastseat.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Events as they were read in the last minute. */
final class InProcessEventCache implements EventCache {
  static final Duration TTL = Duration.ofSeconds(60);
  static final int MAX_EVENTS = 10_000;

  private final Cache<EventId, Event> events;

  InProcessEventCache(Clock clock) {
    this.events =
        Caffeine.newBuilder()
            .maximumSize(MAX_EVENTS)
            .expireAfterWrite(TTL)
            .ticker(new ClockTicker(clock))
            .build();
  }

  /** A read and a {@link #forget} of one event wait for each other, which keeps stale reads out. */
  @Override
  public Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read) {
    return Optional.ofNullable(events.get(id, absent -> read.apply(absent).orElse(null)));
  }

  @Override
  public void forget(EventId id) {
    events.invalidate(id);
  }
}
