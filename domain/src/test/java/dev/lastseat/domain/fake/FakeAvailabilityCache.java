package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Ticket counts in memory; a stale figure is recounted by the first who asks for it. */
public final class FakeAvailabilityCache implements AvailabilityCache {
  private final Clock clock;
  private final Duration ttl;
  private final Map<EventId, Counted> counts = new HashMap<>();
  private final Set<EventId> recounting = new HashSet<>();

  public FakeAvailabilityCache(Clock clock, Duration ttl) {
    this.clock = clock;
    this.ttl = ttl;
  }

  @Override
  public Map<EventId, Counted> get(
      Collection<EventId> events,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    List<EventId> due = takeDue(events);
    try {
      if (!due.isEmpty()) {
        Instant now = clock.instant();
        recount.apply(due).forEach((event, counted) -> put(event, new Counted(counted, now)));
      }
    } finally {
      giveUp(due);
    }
    return known(events);
  }

  @Override
  public synchronized void adjust(EventId event, TicketCounts change) {
    counts.computeIfPresent(
        event, (_, old) -> new Counted(old.counts().plus(change).atLeastNone(), old.asOf()));
  }

  private synchronized List<EventId> takeDue(Collection<EventId> events) {
    List<EventId> due = events.stream().distinct().filter(this::isDue).toList();
    recounting.addAll(due);
    return due;
  }

  private boolean isDue(EventId event) {
    Counted counted = counts.get(event);
    boolean stale = counted != null && !Instants.areWithin(ttl, counted.asOf(), clock.instant());
    return counted == null || (stale && !recounting.contains(event));
  }

  private synchronized void put(EventId event, Counted counted) {
    counts.put(event, counted);
  }

  private synchronized void giveUp(Collection<EventId> due) {
    due.forEach(recounting::remove);
  }

  private synchronized Map<EventId, Counted> known(Collection<EventId> events) {
    Map<EventId, Counted> known = new HashMap<>(counts);
    known.keySet().retainAll(events);
    return known;
  }
}
