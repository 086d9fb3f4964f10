package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.store.sale.Events;
import java.util.Optional;

/** Reads single events, mostly from the cache. */
public record EventReader(Events events, EventCache cache) {
  /** The event as it was a short time ago. */
  public Optional<Event> find(EventId id) {
    return cache.get(id, events::find);
  }

  /** The event as the store has it now; takes no copy away from anybody else. */
  public Optional<Event> readFromStore(EventId id) {
    return cache.refresh(id, events::find);
  }
}
