package dev.lastseat.domain.port;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import java.util.Optional;
import java.util.function.Function;

/** Events as they were read a short time ago. Never the truth. */
public interface EventCache {
  /**
   * The remembered event, or what {@code read} finds; an event that is not found is not remembered.
   */
  Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read);

  /** Forgets the event; no {@code read} that began before is remembered after. */
  void forget(EventId id);
}
