package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Ticket counts of the events that were looked at last. Past its time a figure is recounted by the
 * first who asks, and served to everybody else meanwhile; past twice its time nobody is served it
 * any more.
 */
final class InProcessAvailability implements AvailabilityCache {
  static final int MAX_EVENTS = 10_000;

  private final Cache<EventId, EventCounts> counts =
      Caffeine.newBuilder().maximumSize(MAX_EVENTS).build();
  private final Clock clock;
  private final Duration ttl;

  InProcessAvailability(Duration ttl, Clock clock) {
    this.clock = clock;
    this.ttl = ttl;
  }

  @Override
  public Map<EventId, Counted> get(
      Collection<EventId> events,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    Instant now = clock.instant();
    Map<EventId, Counted> answers = new HashMap<>();
    Map<EventId, CompletableFuture<Optional<Counted>>> awaited = new HashMap<>();
    Map<EventId, EventCounts> due = new HashMap<>();
    for (EventId event : Set.copyOf(events)) {
      EventCounts known = counts.get(event, _ -> new EventCounts());
      switch (known.ask(now, ttl)) {
        case EventCounts.Answer.Known(Counted counted) -> answers.put(event, counted);
        case EventCounts.Answer.Wait(var result) -> awaited.put(event, result);
        case EventCounts.Answer.Recount _ -> due.put(event, known);
      }
    }
    if (!due.isEmpty()) {
      answers.putAll(recount(due, recount, now));
    }
    awaited.forEach((event, result) -> answers.put(event, await(result)));
    return answers;
  }

  /** All of them in one look at the store; nobody waits for ever for one that failed. */
  private static Map<EventId, Counted> recount(
      Map<EventId, EventCounts> due,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount,
      Instant now) {
    Map<EventId, Counted> answers = new HashMap<>();
    try {
      Map<EventId, TicketCounts> found = recount.apply(due.keySet());
      for (EventId event : due.keySet()) {
        answers.put(event, new Counted(found.getOrDefault(event, TicketCounts.NONE), now));
      }
      return answers;
    } finally {
      due.forEach((event, counts) -> counts.end(Optional.ofNullable(answers.get(event))));
    }
  }

  private static Counted await(CompletableFuture<Optional<Counted>> result) {
    return result
        .join()
        .orElseThrow(() -> new StoreUnavailable("the tickets could not be counted"));
  }

  @Override
  public void adjust(EventId event, TicketCounts change) {
    Optional.ofNullable(counts.getIfPresent(event)).ifPresent(known -> known.adjust(change));
  }
}
