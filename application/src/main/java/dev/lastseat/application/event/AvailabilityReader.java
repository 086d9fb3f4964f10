package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache;
import dev.lastseat.domain.port.AvailabilityCache.Counted;
import dev.lastseat.domain.port.Bookings;
import java.util.List;
import java.util.Map;

/** Says how many places events have left; calculated, for there is no counter that could drift. */
public final class AvailabilityReader {
  private final Bookings bookings;
  private final AvailabilityCache cache;

  public AvailabilityReader(Bookings bookings, AvailabilityCache cache) {
    this.bookings = bookings;
    this.cache = cache;
  }

  /** The events with their availability, in the same order. */
  public List<EventWithAvailability> of(List<Event> events) {
    List<EventId> ids = events.stream().map(Event::id).toList();
    Map<EventId, Counted> counted = cache.get(ids, bookings::count);
    return events.stream()
        .map(event -> new EventWithAvailability(event, availability(event, counted)))
        .toList();
  }

  public EventWithAvailability of(Event event) {
    return of(List.of(event)).getFirst();
  }

  private static Availability availability(Event event, Map<EventId, Counted> counted) {
    Counted counts = counted.get(event.id());
    if (counts == null) {
      throw new IllegalStateException("the availability cache left out " + event.id());
    }
    return Availability.of(event, counts);
  }
}
