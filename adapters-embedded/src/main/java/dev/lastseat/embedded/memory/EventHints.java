package dev.lastseat.embedded.memory;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.domain.shared.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is known of the places of one event. The cursor is the next place that was never suggested,
 * 0 before it is seeded; released places lie before it. One bit a place: 122 KiB for the largest
 * event.
 *
 * <p>Where other instances sell the same event and cannot be asked, all of them would suggest the
 * same places at the same time. Hints that are scattered suggest none but those that a search
 * found, and begin with any of them.
 */
final class EventHints {
  /** What an event takes besides the bits of its places. */
  private static final int OVERHEAD = 400;

  /**
   * A search found no more than {@code left} of {@code totalTickets} places free a moment ago. A
   * clock that was put back makes none last longer.
   */
  private record SoldOutMark(int totalTickets, int left, Instant since) {
    boolean refuses(int total, int quantity, Instant now) {
      return total == totalTickets
          && left < quantity
          && Instants.areWithin(PlaceHints.SOLD_OUT, since, now);
    }
  }

  private final ReentrantLock search = new ReentrantLock();
  private final AtomicInteger failures = new AtomicInteger();
  private final BitSet released = new BitSet();
  private final Optional<RandomGenerator> scatter;
  private int cursor;
  private Optional<SoldOutMark> soldOut = Optional.empty();
  private boolean releasedSinceSearch;

  EventHints(Optional<RandomGenerator> scatter) {
    this.scatter = scatter;
  }

  synchronized Suggestion suggest(int totalTickets, int quantity, Instant now) {
    Optional<SoldOutMark> refusal =
        soldOut.filter(mark -> mark.refuses(totalTickets, quantity, now));
    if (refusal.isPresent()) {
      return new Suggestion.SoldOut(refusal.get().left(), refusal.get().since());
    }
    return cursor == 0 ? new Suggestion.Unseeded() : take(totalTickets, quantity);
  }

  /** Takes nothing when there is not enough. */
  private Suggestion take(int totalTickets, int quantity) {
    int ahead = Math.clamp((long) totalTickets - cursor + 1, 0, quantity);
    List<Integer> places = released(totalTickets, quantity - ahead);
    if (places.size() < quantity - ahead) {
      return new Suggestion.Exhausted();
    }
    places.forEach(released::clear);
    for (int i = 0; i < ahead; i++) {
      places.add(cursor++);
    }
    return new Suggestion.Found(Places.of(places));
  }

  private List<Integer> released(int totalTickets, int count) {
    int last = released.previousSetBit(totalTickets);
    int first = scatter.filter(_ -> last > 0).map(random -> random.nextInt(last) + 1).orElse(1);
    return IntStream.concat(releasedBetween(first, last), releasedBetween(1, first - 1))
        .limit(count)
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private IntStream releasedBetween(int first, int last) {
    return IntStream.iterate(
        released.nextSetBit(first),
        place -> place > 0 && place <= last,
        place -> released.nextSetBit(place + 1));
  }

  synchronized void seed(int highestTaken) {
    if (cursor == 0) {
      cursor = scatter.isPresent() ? Integer.MAX_VALUE : highestTaken + 1;
      released.clear(cursor, Math.max(cursor, released.length()));
    }
  }

  /** What lies ahead of the cursor will be suggested anyway, once. */
  synchronized void release(Collection<Integer> places) {
    places.stream().filter(place -> cursor == 0 || place < cursor).forEach(released::set);
    soldOut = Optional.empty();
    releasedSinceSearch = true;
  }

  synchronized void refill(int totalTickets, Collection<Integer> free) {
    cursor = Math.max(cursor, totalTickets + 1);
    free.forEach(released::set);
  }

  synchronized void soldOut(int totalTickets, int left, Instant now) {
    if (!releasedSinceSearch) {
      soldOut = Optional.of(new SoldOutMark(totalTickets, left, now));
    }
  }

  /** How much memory this takes. */
  synchronized int bytes() {
    return OVERHEAD + released.size() / Byte.SIZE;
  }

  /** Waiters fail fast when the search they waited for failed; in turn that could take for ever. */
  <T> T searching(Supplier<T> work) {
    int failed = failures.get();
    search.lock();
    try {
      if (failures.get() != failed) {
        throw new StoreUnavailable("the search for free places just failed");
      }
      searchBegins();
      return searched(work);
    } finally {
      search.unlock();
    }
  }

  private <T> T searched(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreUnavailable failure) {
      failures.incrementAndGet();
      throw failure;
    }
  }

  private synchronized void searchBegins() {
    releasedSinceSearch = false;
  }
}
