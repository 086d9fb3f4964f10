package dev.lastseat.redis;

import dev.lastseat.domain.booking.Places;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Places of one event that Redis has suggested to this instance and nobody was told of yet. */
final class Run {
  /** How many are kept at hand: enough for a booking of any quantity. */
  static final int LENGTH = 16;

  /** Held by the one who fetches more. */
  final ReentrantLock fetching = new ReentrantLock();

  private final Deque<Integer> places = new ArrayDeque<>();
  private boolean ordered;

  /** The next places, if there are enough of them. */
  synchronized Optional<Places> take(int totalTickets, int quantity) {
    places.removeIf(place -> place > totalTickets);
    if (places.size() < quantity) {
      return Optional.empty();
    }
    List<Integer> taken = new ArrayList<>();
    while (taken.size() < quantity) {
      taken.add(places.remove());
    }
    return Optional.of(Places.of(taken));
  }

  /** The same, of what came of a fetch too, before anybody else is given that. */
  synchronized Optional<Places> take(Object fetched, int totalTickets, int quantity) {
    deliver(fetched);
    return take(totalTickets, quantity);
  }

  synchronized int size() {
    return places.size();
  }

  synchronized boolean contains(int place) {
    return places.contains(place);
  }

  /** What came of an order, or of a fetch: {@code found} and the places, or why there are none. */
  synchronized void deliver(Object reply) {
    Replies.list(reply).stream()
        .filter(Long.class::isInstance)
        .map(Replies::integer)
        .forEach(places::add);
    ordered = false;
  }

  /** How many more to order; nothing while an order is under way. */
  synchronized int order() {
    if (ordered) {
      return 0;
    }
    ordered = places.size() < LENGTH;
    return LENGTH - places.size();
  }

  /** All there are, which then are gone. */
  synchronized List<Integer> clear() {
    List<Integer> all = List.copyOf(places);
    places.clear();
    return all;
  }
}
