package dev.lastseat.domain.fake;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.domain.shared.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is remembered of one event's places. */
final class FakeHint {

  private record Mark(int totalTickets, int left, Instant since) {}

  private final ReentrantLock search = new ReentrantLock();
  private final NavigableSet<Integer> released = new TreeSet<>();
  private Optional<Integer> cursor = Optional.empty();
  private Optional<Mark> soldOut = Optional.empty();
  private boolean releasedSinceSearch;

  synchronized Suggestion suggest(int total, int quantity, Instant now) {
    Optional<Suggestion> sold =
        soldOut
            .filter(mark -> mark.totalTickets() == total && mark.left() < quantity)
            .filter(mark -> Instants.areWithin(PlaceHints.SOLD_OUT, mark.since(), now))
            .map(mark -> new Suggestion.SoldOut(mark.left(), mark.since()));
    return sold.or(() -> cursor.map(first -> from(first, total, quantity)))
        .orElseGet(Suggestion.Unseeded::new);
  }

  private Suggestion from(int first, int total, int quantity) {
    Stream<Integer> ahead =
        IntStream.rangeClosed(first, Math.min(total, first + quantity - 1)).boxed();
    Stream<Integer> behind = released.headSet(total, true).stream();
    var found = Stream.concat(ahead, behind).limit(quantity).toList();
    if (found.size() < quantity) {
      return new Suggestion.Exhausted();
    }
    found.forEach(released::remove);
    cursor = Optional.of(first + (int) found.stream().filter(place -> place >= first).count());
    return new Suggestion.Found(Places.of(found));
  }

  synchronized void seed(int highestTaken) {
    if (cursor.isEmpty()) {
      cursor = Optional.of(highestTaken + 1);
      released.tailSet(highestTaken + 1, true).clear();
    }
  }

  synchronized void release(Collection<Integer> places) {
    places.stream()
        .filter(place -> cursor.filter(first -> place >= first).isEmpty())
        .forEach(released::add);
    soldOut = Optional.empty();
    releasedSinceSearch = true;
  }

  synchronized void refill(int total, Collection<Integer> free) {
    cursor = Optional.of(Math.max(total + 1, cursor.orElse(0)));
    released.addAll(free);
  }

  synchronized void soldOut(int total, int left, Instant now) {
    if (!releasedSinceSearch) {
      soldOut = Optional.of(new Mark(total, left, now));
    }
  }

  <T> T searching(Supplier<T> work) {
    search.lock();
    try {
      begin();
      return work.get();
    } finally {
      search.unlock();
    }
  }

  private synchronized void begin() {
    releasedSinceSearch = false;
  }
}
