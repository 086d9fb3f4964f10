package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Weigher;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
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
    Optional<Event> known = events.find(id);
    return known.isPresent() ? known : refresh(id, read);
  }

  @Override
  public Optional<Event> refresh(EventId id, Function<EventId, Optional<Event>> read) {
    int before = events.timesForgotten(id);
    Optional<Event> found = read.apply(id);
    found.ifPresentOrElse(event -> events.keep(id, event, before), () -> events.forget(id));
    return found;
  }

  @Override
  public void forget(EventId id) {
    events.forget(id);
  }
}
