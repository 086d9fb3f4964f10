package dev.lastseat.domain.fake;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.EventCache;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Events in memory. */
public final class FakeEventCache implements EventCache {
  private record Remembered(Event event, Instant until) {}

  private final Optional<Clock> clock;
  private final Map<EventId, Remembered> events = new HashMap<>();
  private final Map<EventId, Integer> forgotten = new HashMap<>();

  private FakeEventCache(Optional<Clock> clock) {
    this.clock = clock;
  }

  /** They are remembered until they are forgotten. */
  public FakeEventCache() {
    this(Optional.empty());
  }

  /** They are remembered as long as a process remembers its own copies. */
  public FakeEventCache(Clock clock) {
    this(Optional.of(clock));
  }

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
    return Optional.ofNullable(events.get(id))
        .filter(known -> clock.filter(now -> !now.instant().isBefore(known.until())).isEmpty())
        .map(Remembered::event);
  }

  private synchronized int timesForgotten(EventId id) {
    return forgotten.getOrDefault(id, 0);
  }

  private synchronized void remember(Event event, int before) {
    if (timesForgotten(event.id()) == before) {
      Instant until = clock.map(now -> now.instant().plus(OWN_COPY)).orElse(Instant.MAX);
      events.put(event.id(), new Remembered(event, until));
    }
  }
}
