package dev.lastseat.redis;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.redis.client.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Places of one event that Redis has suggested to this instance and nobody was told of yet. One may
 * be suggested again meanwhile, since another instance has found it free; it is at hand once.
 */
final class PlacesAtHand {
  /** How many are kept at hand: enough for a booking of any quantity. */
  static final int ENOUGH = 16;

  /** Held by the one who fetches more. */
  final ReentrantLock fetching = new ReentrantLock();

  private final SequencedSet<Integer> places = new LinkedHashSet<>();
  private boolean isToppedUp;

  /** The next places, if there are enough of them. */
  synchronized Optional<Suggestion> take(int totalTickets, int quantity) {
    places.removeIf(place -> place > totalTickets);
    if (places.size() < quantity) {
      return Optional.empty();
    }
    List<Integer> taken = new ArrayList<>();
    while (taken.size() < quantity) {
      taken.add(places.removeFirst());
    }
    return Optional.of(new Suggestion.Found(Places.of(taken)));
  }

  /**
   * The same, of what was fetched too, before anybody else is given that. A top-up that went out
   * before may have brought places, whatever the reply says.
   */
  synchronized Suggestion take(List<Reply> fetched, int totalTickets, int quantity) {
    add(fetched);
    return take(totalTickets, quantity)
        .orElseGet(
            () ->
                switch (fetched.getFirst().text()) {
                  case "sold out" -> soldOut(fetched);
                  case "unseeded" -> new Suggestion.Unseeded();
                  default -> new Suggestion.Exhausted();
                });
  }

  private static Suggestion soldOut(List<Reply> reply) {
    Instant until = Instant.ofEpochMilli(reply.get(1).number());
    return new Suggestion.SoldOut(reply.getLast().integer(), until.minus(PlaceHints.SOLD_OUT));
  }

  synchronized int size() {
    return places.size();
  }

  synchronized boolean contains(int place) {
    return places.contains(place);
  }

  /** How many more to ask for; none while that is under way already. */
  synchronized int toTopUp() {
    if (isToppedUp) {
      return 0;
    }
    isToppedUp = places.size() < ENOUGH;
    return ENOUGH - places.size();
  }

  /** What came of a top-up, which is over whatever that is. */
  synchronized void toppedUp(Reply reply) {
    reply.read(Reply::list).ifPresent(this::add);
    isToppedUp = false;
  }

  /** After {@code found} come the places; anything else says why there are none. */
  private void add(List<Reply> reply) {
    if (!reply.isEmpty() && reply.getFirst().says("found")) {
      reply.stream().skip(1).flatMap(one -> one.read(Reply::integer).stream()).forEach(places::add);
    }
    isToppedUp = false;
  }

  /** All there are, which then are gone. */
  synchronized List<Integer> clear() {
    List<Integer> all = List.copyOf(places);
    places.clear();
    return all;
  }
}
