package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Optional;

/** Shows one event; a draft is shown to those who run it only. */
public record FindEvent(EventReader events, AvailabilityReader availability) {
  public Optional<EventWithAvailability> handle(EventId id, Optional<Principal> viewer) {
    return latest(id).filter(event -> event.isShownTo(viewer)).map(availability::of);
  }

  /** The event, whoever may see it. */
  public Optional<EventWithAvailability> forAnybody(EventId id) {
    return latest(id).map(availability::of);
  }

  /** A draft as it is now, for a copy may not know yet that it was handed over. */
  private Optional<Event> latest(EventId id) {
    return events
        .find(id)
        .flatMap(event -> event.isDraft() ? events.readFromStore(id) : Optional.of(event));
  }

  /** Events that were found elsewhere, with their availability, in the same order. */
  public List<EventWithAvailability> withAvailability(List<Event> found) {
    return availability.of(found);
  }
}
