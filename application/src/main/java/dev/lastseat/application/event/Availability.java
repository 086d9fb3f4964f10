package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import java.time.Instant;

/**
 * How many places of an event are free, sold and held.
 *
 * @param asOf when that was counted
 */
public record Availability(
    int totalTickets, int availableTickets, int confirmedTickets, int heldTickets, Instant asOf) {

  static Availability of(Event event, Counted counted) {
    int total = event.details().totalTickets();
    int confirmed = counted.counts().confirmed();
    int held = counted.counts().held();
    return new Availability(
        total, Math.max(0, total - confirmed - held), confirmed, held, counted.asOf());
  }
}
