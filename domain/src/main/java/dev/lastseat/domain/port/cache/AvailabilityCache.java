package dev.lastseat.domain.port.cache;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * The ticket counts of events as they were counted a short time ago and adjusted since. Never the
 * truth: between two recounts they may be off by what happened while they were counted.
 */
public interface AvailabilityCache {
  /**
   * The counts of each event. Those never counted are counted now; those counted too long ago are
   * recounted, one recount of an event at a time, while everybody else is served the old figure.
   */
  Map<EventId, Counted> get(
      Collection<EventId> events,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount);

  /** Adds to the counts of the event, if there are any. */
  void adjust(EventId event, TicketCounts change);

  /**
   * Ticket counts and their age.
   *
   * @param asOf when they were counted
   */
  record Counted(TicketCounts counts, Instant asOf) {}
}
