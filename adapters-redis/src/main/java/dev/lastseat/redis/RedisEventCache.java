package dev.lastseat.redis;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.EventCache;
import java.util.Optional;
import java.util.function.Function;

/**
 * Events that all instances remember, with the copies of each process in front of them. An event
 * that was changed while Redis was away is deleted there as soon as it is back; until then another
 * instance may be told the old one, for {@link #MAX_STALENESS} at most.
 */
final class RedisEventCache implements EventCache {
  private final RedisContext context;
  private final SharedCache<Event> shared;
  private final EventCache ownCopies;

  RedisEventCache(RedisContext context, EventCache ownCopies) {
    this.context = context;
    this.shared = new SharedCache<>(context, new TypeReference<>() {}, SHARED_COPY);
    this.ownCopies = ownCopies;
  }

  @Override
  public Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read) {
    return ownCopies.get(
        id, same -> shared.get(context.keys().event(same), same.value(), () -> read.apply(same)));
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
    shared.delete(context.keys().event(id));
    context.redis().flush();
    ownCopies.forget(id);
  }
}
