package dev.lastseat.application.event;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.EventCache;
import dev.lastseat.domain.port.Events;

/** Takes an event without live bookings away; bookings that were cancelled still remember it. */
public final class DeleteEvent {
  private final Events events;
  private final EventCache cache;

  public DeleteEvent(Events events, EventCache cache) {
    this.events = events;
    this.cache = cache;
  }

  public Events.Deletion handle(EventId id) {
    Events.Deletion deletion = events.delete(id);
    cache.forget(id);
    return deletion;
  }
}
