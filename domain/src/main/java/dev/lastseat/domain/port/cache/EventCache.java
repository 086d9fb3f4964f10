package dev.lastseat.domain.port.cache;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Events as they were read a short time ago. Never the truth. */
public interface EventCache {
  /** How long a process uses its own copy, which may be one of a shared copy. */
  Duration OWN_COPY = Duration.ofSeconds(2);

  /** How long after it was read from the store a copy that instances share is handed out. */
  Duration SHARED_COPY = Duration.ofSeconds(8);

  /** By clocks that agree, no event is used longer than this after the store said otherwise. */
  Duration MAX_STALENESS = SHARED_COPY.plus(OWN_COPY);

  /**
   * The remembered event, or what {@code read} finds; an event that is not found is not remembered.
   */
  Optional<Event> get(EventId id, Function<EventId, Optional<Event>> read);

  /**
   * What {@code read} finds, whatever is remembered; this process remembers it instead. No other
   * process is told: whoever only reads has changed nothing.
   */
  Optional<Event> refresh(EventId id, Function<EventId, Optional<Event>> read);

  /** Forgets the event; no {@code read} that began before is remembered after. */
  void forget(EventId id);
}
