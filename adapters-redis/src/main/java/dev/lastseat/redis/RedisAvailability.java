package dev.lastseat.redis;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Ticket counts that all instances share: one of them recounts. Where nothing is known meanwhile
 * the others wait for it, and when that takes too long, each counts once for itself as if Redis
 * were away. What is adjusted while Redis is away is missing from its counts when it is back, until
 * they are recounted.
 */
final class RedisAvailability implements AvailabilityCache {
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** One half of the wait is for one's turn to ask again and again, the other half for asking. */
  private static final Duration HALF = Store.WAIT_FOR_OTHERS.dividedBy(2);

  private final Store store;
  private final Duration ttl;
  private final AvailabilityCache fallback;

  /** Held by the one of this instance who asks again and again whether another has counted. */
  private final ReentrantLock waiting = new ReentrantLock();

  RedisAvailability(Store store, Duration ttl, AvailabilityCache fallback) {
    this.store = store;
    this.ttl = ttl;
    this.fallback = fallback;
  }

  @Override
  public Map<EventId, Counted> get(
      Collection<EventId> events,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    Map<EventId, Counted> answers = new HashMap<>();
    Set<EventId> others = round(Set.copyOf(events), recount, answers);
    if (!others.isEmpty()) {
      others = await(others, recount, answers);
    }
    if (!others.isEmpty()) {
      answers.putAll(fallback.get(others, recount));
    }
    return answers;
  }

  /** Answers those that another one counts. */
  private Set<EventId> round(
      Set<EventId> events,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount,
      Map<EventId, Counted> answers) {
    String token = store.token();
    Optional<CountRound> round = ask(List.copyOf(events), token);
    if (round.isEmpty()) {
      answers.putAll(fallback.get(events, recount));
      return Set.of();
    }
    answers.putAll(round.get().known());
    answers.putAll(count(round.get().mine(), token, recount));
    return round.get().others();
  }

  private Optional<CountRound> ask(List<EventId> events, String token) {
    store.backlog().settle(events.stream().map(event -> of(event).subject()).toList());
    return store
        .redis()
        .ask(events.stream().map(event -> of(event).ask(token, ttl)).toList())
        .map(replies -> CountRound.of(events, replies));
  }

  /** All of them in one look at the store. */
  private Map<EventId, Counted> count(
      Set<EventId> events,
      String token,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount) {
    if (events.isEmpty()) {
      return Map.of();
    }
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

  /** Answers those that another one still counts after so long. */
  private Set<EventId> await(
      Set<EventId> events,
      Function<Collection<EventId>, Map<EventId, TicketCounts>> recount,
      Map<EventId, Counted> answers) {
    if (!getsTurn()) {
      return events;
    }
    try {
      Set<EventId> others = round(events, recount, answers);
      for (long i = HALF.dividedBy(PAUSE); i > 0 && !others.isEmpty(); i--) {
        LockSupport.parkNanos(PAUSE.toNanos());
        others = round(others, recount, answers);
      }
      return others;
    } finally {
      waiting.unlock();
    }
  }

  private boolean getsTurn() {
    try {
      return waiting.tryLock(HALF.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void adjust(EventId event, TicketCounts change) {
    if (store.redis().isAway()) {
      fallback.adjust(event, change);
    } else {
      store.backlog().soon(of(event).adjust(change));
    }
  }

  private CountCommands of(EventId event) {
    return new CountCommands(store, event);
  }
}
