package dev.lastseat.application.event;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Adds an event, as a draft or published at once. */
public record CreateEvent(Events events, Clock clock, RandomGenerator random) {
  /** What is to be created. */
  public record Command(UserId organiser, EventDetails details, boolean publish) {}

  public EventWithAvailability handle(Command command) {
    Instant now = clock.instant();
    EventId id = new EventId(Identifiers.next(now, random));
    Event event = Event.create(id, command.organiser(), command.details(), command.publish(), now);
    events.add(event);
    var untouched = new Counted(TicketCounts.NONE, now);
    return EventWithAvailability.of(event, Availability.of(event, untouched, now), now);
  }
}
