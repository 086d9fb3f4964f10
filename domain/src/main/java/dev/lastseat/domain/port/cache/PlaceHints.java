package dev.lastseat.domain.port.cache;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Suggests places that are probably free. Only the store decides: a hint may be wrong at any time
 * and costs a retry. Everything may be forgotten at any moment. A place is suggested to one caller
 * only, until it is released again or the hints forget what they suggested.
 */
public interface PlaceHints {
  /** How long it is remembered at most that an event was sold out. */
  Duration SOLD_OUT = Duration.ofSeconds(2);

  /** The next places of the event: from the cursor, then from those released. */
  Suggestion suggest(EventId event, int totalTickets, Quantity quantity);

  /** Sets the cursor behind the highest place taken, unless there is a cursor. */
  void seed(EventId event, int highestTaken);

  /**
   * These places are free again, or were never used; forgets that the event was sold out. Of none,
   * it does only that.
   */
  void release(EventId event, Collection<Integer> places);

  /** A search found these places free: the cursor goes to the end, they join those released. */
  void refill(EventId event, int totalTickets, Collection<Integer> free);

  /**
   * The search under way found no more than {@code left} places of {@code totalTickets} free.
   * Remembered for {@link #SOLD_OUT} at most, for that {@code totalTickets} only, and not at all
   * when places were released since the search began.
   */
  void soldOut(EventId event, int totalTickets, int left);

  /** The event is not sold any more: nothing of it needs to be remembered. */
  void forget(EventId event);

  /**
   * Runs a search while no other search of the event runs, as far as the implementation can see.
   */
  <T> T searching(EventId event, Supplier<T> search);

  /** What the hints know. */
  sealed interface Suggestion {
    record Found(Places places) implements Suggestion {}

    /** There is no cursor yet: {@link #seed} it. */
    record Unseeded() implements Suggestion {}

    /** Nothing to suggest; only a search of the store can tell more. */
    record Exhausted() implements Suggestion {}

    /**
     * A search found too few free places a moment ago.
     *
     * @param since when it did
     */
    record SoldOut(int left, Instant since) implements Suggestion {}
  }
}
