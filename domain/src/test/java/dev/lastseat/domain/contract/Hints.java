package dev.lastseat.domain.contract;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The hints of one event, in fewer words.
 *
 * @param port remembers nothing yet
 * @param clock which the hints go by
 */
public record Hints(PlaceHints port, TickingClock clock) {
  static final EventId EVENT = new EventId("event-1");
  static final EventId OTHER = new EventId("event-2");

  Suggestion suggest(int total, int quantity) {
    return port.suggest(EVENT, total, new Quantity(quantity));
  }

  /** The places suggested; empty for any other answer. */
  Optional<Places> places(int total, int quantity) {
    return suggest(total, quantity) instanceof Suggestion.Found(Places places)
        ? Optional.of(places)
        : Optional.empty();
  }

  /** All places that are still suggested, asked for one by one. */
  List<Integer> drain(int total) {
    List<Integer> all = new ArrayList<>();
    Optional<Places> next = places(total, 1);
    while (next.isPresent() && all.size() < 1_000) {
      all.addAll(next.get().ordinals());
      next = places(total, 1);
    }
    return all;
  }

  void seed(int highestTaken) {
    port.seed(EVENT, highestTaken);
  }

  void release(Integer... places) {
    port.release(EVENT, List.of(places));
  }

  void refill(int total, Collection<Integer> free) {
    port.refill(EVENT, total, free);
  }

  /** What is suggested after a search that found no more than so many, just now. */
  Suggestion soldOut(int left) {
    return new Suggestion.SoldOut(left, clock.instant());
  }

  /** A search that finds too little. */
  void searchInVain(int total, int left) {
    searchInVain(total, left, () -> {});
  }

  void searchInVain(int total, int left, Runnable meanwhile) {
    boolean _ =
        port.searching(
            EVENT,
            () -> {
              meanwhile.run();
              port.soldOut(EVENT, total, left);
              return true;
            });
  }
}
