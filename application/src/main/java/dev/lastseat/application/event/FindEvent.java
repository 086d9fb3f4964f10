package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.When;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows events with their availability; a draft is shown to those who run it only. */
public record FindEvent(
    EventReader reader, Events events, AvailabilityReader availability, Clock clock) {
  public Optional<EventWithAvailability> handle(EventId id, Optional<Principal> viewer) {
    return latest(id).filter(event -> event.isShownTo(viewer)).map(availability::of);
  }

  /** The event, whoever may see it. */
  public Optional<EventWithAvailability> forAnybody(EventId id) {
    return latest(id).map(availability::of);
  }

  /** A draft as it is now, for a copy may not know yet that it was handed over. */
  private Optional<Event> latest(EventId id) {
    return reader
        .find(id)
        .flatMap(event -> event.isDraft() ? reader.readFromStore(id) : Optional.of(event));
  }

  /** Events that were found elsewhere, with their availability, in the same order. */
  public List<EventWithAvailability> withAvailability(List<Event> found) {
    return availability.of(found);
  }

  /** Drafts are listed for admins, and for organisers among their own. */
  public Page<EventWithAvailability> search(
      EventQuery query, When when, Optional<Principal> viewer) {
    boolean drafts = viewer.filter(it -> runsAll(it, query)).isPresent();
    EventQuery timely = query.only(when, clock.instant());
    var found =
        events.search(drafts ? timely : timely.withStatuses(withoutDrafts(query.statuses())));
    return new Page<>(availability.of(found.items()), found.total(), found.next());
  }

  private static boolean runsAll(Principal viewer, EventQuery query) {
    return viewer.isAdmin()
        || (viewer.role().atLeast(Role.ORGANISER)
            && query.organiser().filter(viewer.userId()::equals).isPresent());
  }

  private static Set<EventStatus> withoutDrafts(Set<EventStatus> wanted) {
    Set<EventStatus> visible = EnumSet.complementOf(EnumSet.of(EventStatus.DRAFT));
    visible.retainAll(wanted);
    return visible;
  }
}
