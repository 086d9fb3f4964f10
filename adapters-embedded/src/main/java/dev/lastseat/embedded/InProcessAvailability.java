package dev.lastseat.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Ticket counts of the events that were looked at last. Whoever finds counts past their time
 * recounts them; everybody else is served the old figure meanwhile, for as long again.
 */
final class InProcessAvailability implements AvailabilityCache {
  static final int MAX_EVENTS = 10_000;

  private final Cache<EventId, CountedTickets> events =
      Caffeine.newBuilder().maximumSize(MAX_EVENTS).build();
  private final Duration ttl;
  private final Clock clock;

  InProcessAvailability(Duration ttl, Clock clock) {
    this.ttl = ttl;
    this.clock = clock;
  }

  @Override
  public Map<EventId, Counted> get(
      Collection<EventId> ids, Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    Instant now = clock.instant();
    List<EventId> due =
        ids.stream().distinct().filter(id -> of(id).claimRecount(now, ttl)).toList();
    if (!due.isEmpty()) {
      recount(due, recount);
    }
    Map<EventId, Counted> found = new HashMap<>();
    List<EventId> missing = new ArrayList<>();
    for (EventId id : ids) {
      of(id)
          .known(clock.instant(), ttl.multipliedBy(2))
          .ifPresentOrElse(counted -> found.put(id, counted), () -> missing.add(id));
    }
    if (!missing.isEmpty()) {
      Instant asOf = clock.instant();
      recount.apply(missing).forEach((id, counts) -> found.put(id, new Counted(counts, asOf)));
    }
    return found;
  }

  private void recount(
      List<EventId> due, Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    try {
      Instant asOf = clock.instant();
      Map<EventId, TicketCounts> counts = recount.apply(due);
      due.forEach(id -> of(id).recounted(counts.getOrDefault(id, TicketCounts.NONE), asOf));
    } catch (RuntimeException failed) {
      due.forEach(id -> of(id).recountFailed());
      throw failed;
    }
  }

  @Override
  public void adjust(EventId event, TicketCounts change) {
    CountedTickets known = events.getIfPresent(event);
    if (known != null) {
      known.adjust(change);
    }
  }

  @Override
  public void forget(EventId event) {
    events.invalidate(event);
  }

  private CountedTickets of(EventId event) {
    return events.get(event, id -> new CountedTickets());
  }
}
