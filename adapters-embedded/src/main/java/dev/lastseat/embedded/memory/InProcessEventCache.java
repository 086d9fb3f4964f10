package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Weigher;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.EventCache;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Events as they were read in the last two seconds. */
final class InProcessEventCache implements EventCache {
  static final int MAX_EVENTS = 10_000;

  private final ForgettingCache<EventId, Event> events;

  InProcessEventCache(Clock clock) {
    this.events = new ForgettingCache<>(MAX_EVENTS, Weigher.singletonWeigher(), OWN_COPY, clock);
  }

  @Override
  public Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read) {
    return events.find(id).or(() -> refresh(id, read));
  }

  @Override
  public Optional<Event> refresh(EventId id, Function<EventId, Optional<Event>> read) {
    return events.read(id, () -> read.apply(id));
  }

  @Override
  public void forget(EventId id) {
    events.forget(id);
  }
}
