package dev.lastseat.redis;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Events that all instances remember, with the copies of each process in front of them. An event
 * that was changed while Redis was away is deleted there as soon as it is back; until then another
 * instance may be told the old one, for {@link #MAX_STALENESS} at most.
 */
final class RedisEventCache implements EventCache {
  private final RedisContext context;
  private final SharedCache<StoredEvent> shared;
  private final EventCache ownCopies;

  RedisEventCache(RedisContext context, EventCache ownCopies) {
    this.context = context;
    this.shared = new SharedCache<>(context, StoredEvent.class, SHARED_COPY);
    this.ownCopies = ownCopies;
  }

  @Override
  public Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read) {
    return ownCopies.get(id, same -> getShared(same, read));
  }

  private Optional<Event> getShared(EventId id, Function<EventId, Optional<Event>> read) {
    String key = context.keys().event(id);
    Optional<String> seen = shared.find(key);
    long now = context.clock().millis();
    Optional<Event> known = seen.flatMap(text -> shared.parse(text, it -> usable(it, id, now)));
    if (known.isPresent()) {
      return known;
    }
    Optional<Event> event = read.apply(id);
    seen.ifPresent(
        text -> event.ifPresent(it -> shared.replace(key, text, StoredEvent.of(it, now))));
    return event;
  }

  private static Optional<Event> usable(StoredEvent stored, EventId id, long now) {
    return now < stored.readAt() + SHARED_COPY.toMillis() && stored.id().equals(id.value())
        ? Optional.of(stored.event())
        : Optional.empty();
  }

  @Override
  public Optional<Event> refresh(EventId id, Function<EventId, Optional<Event>> read) {
    Optional<Event> event = ownCopies.refresh(id, read);
    if (event.isEmpty()) {
      forget(id);
    }
    return event;
  }

  /** The own copy last, or it could be made once more of the shared one. */
  @Override
  public void forget(EventId id) {
    String key = context.keys().event(id);
    try {
      context.queue().flushNow(SharedCache.deletion(key));
      context.queue().awaitPending(List.of(key));
    } finally {
      ownCopies.forget(id);
    }
  }
}
