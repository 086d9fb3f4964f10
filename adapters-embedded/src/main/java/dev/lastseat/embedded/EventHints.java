package dev.lastseat.embedded;

import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.port.PlaceHints.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is known of the places of one event. Every method is one step that nobody else comes
 * between.
 */
final class EventHints {
  static final Duration SOLD_OUT_FOR = Duration.ofSeconds(2);

  /** Held while the event's places are searched for in the store. */
  final ReentrantLock search = new ReentrantLock();

  private static final int UNSEEDED = -1;

  private int cursor = UNSEEDED;
  private final TreeSet<Integer> released = new TreeSet<>();
  private long releases;
  private long releasesBeforeSearch;
  private SoldOut soldOut = SoldOut.NEVER;

  private record SoldOut(int totalTickets, int left, Instant until) {
    static final SoldOut NEVER = new SoldOut(0, 0, Instant.MIN);
  }

  synchronized Suggestion suggest(int totalTickets, Quantity quantity, Instant now) {
    boolean marked = soldOut.totalTickets() == totalTickets && now.isBefore(soldOut.until());
    if (marked && soldOut.left() < quantity.tickets()) {
      return new Suggestion.SoldOut(soldOut.left());
    }
    if (cursor == UNSEEDED) {
      return new Suggestion.Unseeded();
    }
    int run = Math.min(quantity.tickets(), Math.max(0, totalTickets - cursor));
    int missing = quantity.tickets() - run;
    released.tailSet(totalTickets, false).clear();
    if (missing > released.size()) {
      return new Suggestion.Exhausted();
    }
    List<Integer> places = new ArrayList<>(quantity.tickets());
    for (int i = 0; i < missing; i++) {
      places.add(released.pollFirst());
    }
    for (int i = 0; i < run; i++) {
      places.add(++cursor);
    }
    return new Suggestion.Found(Places.of(places));
  }

  synchronized void seed(int highestTaken) {
    if (cursor == UNSEEDED) {
      cursor = highestTaken;
    }
  }

  synchronized void release(Collection<Integer> places) {
    places.stream().filter(place -> place <= cursor).forEach(released::add);
    releases++;
    soldOut = SoldOut.NEVER;
  }

  synchronized void searchBegins() {
    releasesBeforeSearch = releases;
  }

  synchronized void refill(int totalTickets, Collection<Integer> free) {
    cursor = Math.max(cursor, totalTickets);
    released.addAll(free);
  }

  synchronized void soldOut(int totalTickets, int left, Instant now) {
    if (releases == releasesBeforeSearch) {
      soldOut = new SoldOut(totalTickets, left, now.plus(SOLD_OUT_FOR));
    }
  }
}
