package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.NotBookableReason;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it is shown.
 *
 * @param notBookable why nobody can book it; empty when it can be booked
 */
public record EventWithAvailability(
    Event event, Availability availability, Optional<NotBookableReason> notBookable) {

  static EventWithAvailability of(Event event, Availability availability, Instant now) {
    Optional<NotBookableReason> closed = event.notBookable(now);
    boolean soldOut = availability.availableTickets() == 0;
    return new EventWithAvailability(
        event,
        availability,
        soldOut ? closed.or(() -> Optional.of(NotBookableReason.SOLD_OUT)) : closed);
  }
}
