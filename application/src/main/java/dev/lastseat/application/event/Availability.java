package dev.lastseat.application.event;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import java.time.Instant;
import java.util.List;

/**
 * How many places of an event are free, sold and held.
 *
 * @param availableTickets what everybody may buy: without what is kept in contingents
 * @param contingents what those who sell there are told
 * @param asOf when that was counted
 */
public record Availability(
    int totalTickets,
    int availableTickets,
    int confirmedTickets,
    int heldTickets,
    List<OfContingent> contingents,
    Instant asOf) {

  /**
   * How much of a contingent is sold.
   *
   * @param left what the box office can still sell of it; 0 once it is released
   */
  public record OfContingent(Contingent contingent, boolean released, int sold, int left) {
    static OfContingent of(Contingent contingent, TicketCounts counts, Instant now) {
      int sold = counts.contingents().getOrDefault(contingent.name(), 0);
      boolean released = contingent.isReleased(now);
      int left = released ? 0 : Math.max(0, contingent.size() - sold);
      return new OfContingent(contingent, released, sold, left);
    }
  }

  static Availability of(Event event, Counted counted, Instant now) {
    int total = event.details().totalTickets();
    TicketCounts counts = counted.counts();
    Contingents contingents = event.details().contingents();
    int kept = contingents.left(counts.contingents(), now);
    return new Availability(
        total,
        Math.max(0, total - counts.taken() - kept),
        counts.confirmed(),
        counts.held(),
        contingents.list().stream().map(it -> OfContingent.of(it, counts, now)).toList(),
        counted.asOf());
  }
}
