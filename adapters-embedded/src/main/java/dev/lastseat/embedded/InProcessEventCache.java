package dev.lastseat.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;

/**
 * Events as they were read in the last minute. Every {@link #forget} is counted before it removes,
 * and what was read while the count went up is not kept; events share counters, which at worst
 * costs a second read.
 */
final class InProcessEventCache implements EventCache {
  static final Duration TTL = Duration.ofSeconds(60);
  static final int MAX_EVENTS = 10_000;
  private static final int COUNTERS = 1_024;

  private final AtomicIntegerArray forgotten = new AtomicIntegerArray(COUNTERS);
  private final Cache<EventId, Event> events;

  InProcessEventCache(Clock clock) {
    this.events =
        Caffeine.newBuilder()
            .maximumSize(MAX_EVENTS)
            .expireAfterWrite(TTL)
            .ticker(new ClockTicker(clock))
            .build();
  }

  @Override
  public Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read) {
    Optional<Event> known = Optional.ofNullable(events.getIfPresent(id));
    return known.isPresent() ? known : readAndKeep(id, read);
  }

  private Optional<Event> readAndKeep(EventId id, Function<EventId, Optional<Event>> read) {
    int before = forgotten.get(counter(id));
    Optional<Event> found = read.apply(id);
    found.ifPresent(event -> keep(id, event, before));
    return found;
  }

  /** Looks and keeps in one step, which a removal cannot come between. */
  private void keep(EventId id, Event event, int before) {
    events.asMap().compute(id, (same, kept) -> forgotten.get(counter(id)) == before ? event : kept);
  }

  @Override
  public void forget(EventId id) {
    forgotten.incrementAndGet(counter(id));
    events.invalidate(id);
  }

  private static int counter(EventId id) {
    return Math.floorMod(id.hashCode(), COUNTERS);
  }
}
