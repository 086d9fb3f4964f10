package dev.lastseat.application.event;

import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.When;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lists events with their availability; drafts are listed for admins, and for organisers among
 * their own.
 */
public record SearchEvents(Events events, AvailabilityReader availability, Clock clock) {
  public Page<EventWithAvailability> handle(
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
