package dev.lastseat.redis;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache;
import dev.lastseat.domain.port.AvailabilityCache.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One caller's way to the ticket counts of some events, and what came of it so far. */
final class Counting {
  private final Store store;
  private final Duration ttl;
  private final AvailabilityCache fallback;
  private final Function<Collection<EventId>, Map<EventId, TicketCounts>> recount;
  private final Map<EventId, Counted> answers = new HashMap<>();

  Counting(
      Store store,
      Duration ttl,
      AvailabilityCache fallback,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    this.store = store;
    this.ttl = ttl;
    this.fallback = fallback;
    this.recount = recount;
  }

  Map<EventId, Counted> answers() {
    return answers;
  }

  /** Asks once, and counts what is to be counted here; answers those that another one counts. */
  Set<EventId> round(Set<EventId> events) {
    String token = store.token();
    Optional<CountRound> round = ask(List.copyOf(events), token);
    if (round.isEmpty()) {
      goOnWithout(events);
      return Set.of();
    }
    answers.putAll(round.get().known());
    if (!round.get().mine().isEmpty()) {
      answers.putAll(count(round.get().mine(), token));
    }
    return round.get().others();
  }

  /** As if Redis were away. */
  void goOnWithout(Set<EventId> events) {
    answers.putAll(fallback.get(events, recount));
  }

  private Optional<CountRound> ask(List<EventId> events, String token) {
    store.backlog().settle(events.stream().map(event -> of(event).subject()).toList());
    return store
        .redis()
        .ask(events.stream().map(event -> of(event).ask(token, ttl)).toList())
        .map(replies -> CountRound.of(events, replies));
  }

  /** All of them in one look at the store. */
  private Map<EventId, Counted> count(Set<EventId> events, String token) {
    Instant now = Instant.ofEpochMilli(store.clock().millis());
    Map<EventId, Counted> counted = new HashMap<>();
    try {
      Map<EventId, TicketCounts> found = recount.apply(events);
      events.forEach(
          event ->
              counted.put(event, new Counted(found.getOrDefault(event, TicketCounts.NONE), now)));
      return counted;
    } finally {
      end(events, token, counted);
    }
  }

  /** Those that were not counted after all are left to the next one who asks. */
  private void end(Set<EventId> events, String token, Map<EventId, Counted> counted) {
    List<Command> ends =
        events.stream()
            .map(
                event ->
                    Optional.ofNullable(counted.get(event))
                        .map(counts -> of(event).keep(token, counts))
                        .orElseGet(() -> of(event).giveUp(token)))
            .toList();
    Optional<List<Object>> _ = store.redis().ask(ends);
  }

  private CountCommands of(EventId event) {
    return new CountCommands(store, event);
  }
}
