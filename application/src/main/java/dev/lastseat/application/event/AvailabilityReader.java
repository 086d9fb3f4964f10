package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import dev.lastseat.domain.port.store.sale.Bookings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Says how many places events have left; calculated, for there is no counter that could drift. */
public record AvailabilityReader(Bookings bookings, AvailabilityCache cache, Clock clock) {
  /** The events with their availability, in the same order. */
  public List<EventWithAvailability> of(List<Event> events) {
    List<EventId> ids = events.stream().map(Event::id).toList();
    Instant now = clock.instant();
    Map<EventId, Counted> counted = cache.get(ids, asked -> bookings.count(asked, now));
    return events.stream()
        .map(event -> EventWithAvailability.of(event, availability(event, counted, now), now))
        .toList();
  }

  public EventWithAvailability of(Event event) {
    return of(List.of(event)).getFirst();
  }

  private static Availability availability(
      Event event, Map<EventId, Counted> counted, Instant now) {
    Counted counts = counted.get(event.id());
    if (counts == null) {
      throw new IllegalStateException("the availability cache left out " + event.id());
    }
    return Availability.of(event, counts, now);
  }
}
