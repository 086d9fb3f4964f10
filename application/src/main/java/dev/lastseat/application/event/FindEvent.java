package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Optional;

/** Shows one event; a draft is shown to those who run it only. */
public final class FindEvent {
  private final EventReader events;
  private final AvailabilityReader availability;

  public FindEvent(EventReader events, AvailabilityReader availability) {
    this.events = events;
    this.availability = availability;
  }

  public Optional<EventWithAvailability> handle(EventId id, Optional<Principal> viewer) {
    return events.find(id).filter(event -> isVisible(event, viewer)).map(availability::of);
  }

  /** Events that were found elsewhere, with their availability, in the same order. */
  public List<EventWithAvailability> withAvailability(List<Event> found) {
    return availability.of(found);
  }

  private static boolean isVisible(Event event, Optional<Principal> viewer) {
    return !event.isDraft() || viewer.filter(event::isRunBy).isPresent();
  }
}
