package dev.lastseat.domain.fake;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Events in memory, remembered until they are forgotten. */
public final class FakeEventCache implements EventCache {
  private final Map<EventId, Event> events = new HashMap<>();
  private final Map<EventId, Integer> forgotten = new HashMap<>();

  @Override
  public Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read) {
    Optional<Event> remembered = remembered(id);
    return remembered.isPresent() ? remembered : refresh(id, read);
  }

  @Override
  public Optional<Event> refresh(EventId id, Function<EventId, Optional<Event>> read) {
    int before = timesForgotten(id);
    Optional<Event> found = read.apply(id);
    found.ifPresentOrElse(event -> remember(event, before), () -> forget(id));
    return found;
  }

  @Override
  public synchronized void forget(EventId id) {
    forgotten.merge(id, 1, Integer::sum);
    events.remove(id);
  }

  private synchronized Optional<Event> remembered(EventId id) {
    return Optional.ofNullable(events.get(id));
  }

  private synchronized int timesForgotten(EventId id) {
    return forgotten.getOrDefault(id, 0);
  }

  private synchronized void remember(Event event, int before) {
    if (timesForgotten(event.id()) == before) {
      events.put(event.id(), event);
    }
  }
}
