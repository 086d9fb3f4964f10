package dev.lastseat.redis;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
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
    Counting counting = new Counting(store, ttl, fallback, recount);
    Set<EventId> others = counting.round(Set.copyOf(events));
    if (!others.isEmpty()) {
      others = await(others, counting);
    }
    if (!others.isEmpty()) {
      counting.goOnWithout(others);
    }
    return counting.answers();
  }

  /** Answers those that another one still counts after so long. */
  private Set<EventId> await(Set<EventId> events, Counting counting) {
    if (!getsTurn()) {
      return events;
    }
    try {
      Set<EventId> others = counting.round(events);
      for (long i = HALF.dividedBy(PAUSE); i > 0 && !others.isEmpty(); i--) {
        LockSupport.parkNanos(PAUSE.toNanos());
        others = counting.round(others);
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
      store.backlog().soon(new CountCommands(store, event).adjust(change));
    }
  }
}
