package dev.lastseat.application.claim;

import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.cache.PlaceHints.Suggestion;
import dev.lastseat.domain.port.store.sale.Bookings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds places that are probably free. Hints come first: they cost no look at the store. Once they
 * are exhausted the store is searched exactly, by one searcher of the event at a time, who refills
 * the hints for everybody. Sold out is only ever concluded from such a search.
 */
public record PlaceFinder(
    PlaceHints hints, Bookings bookings, EventReader events, BookingChanges changes, Clock clock) {
  /**
   * How many free places one search brings back at most; more would only be stale by the time they
   * are used.
   */
  private static final int SEARCH_LIMIT = 1_000;

  /**
   * Places of the contingent that the box office names, which no hints are for: there nobody
   * queues.
   *
   * @param spread whoever lost a place to another starts somewhere else
   */
  Finding<Places> findKept(Event event, TicketRequest request, int spread) {
    int wanted = request.quantity().tickets();
    List<Integer> free =
        BookingPolicy.placesFor(event.details(), request.sale(), clock.instant())
            .map(places -> bookings.freePlaces(event.id(), places, SEARCH_LIMIT))
            .orElse(List.of());
    if (free.size() < wanted) {
      return soldOut(free.size());
    }
    int first = Math.floorMod(spread, free.size() - wanted + 1);
    return new Finding.Found<>(Places.of(free.subList(first, first + wanted)));
  }

  /**
   * Places to try, by hint if there is one. Whoever had to wait for another search looks first at
   * what that one found.
   */
  Finding<Places> find(Event event, Quantity quantity) {
    return hinted(
        event,
        quantity,
        () ->
            hints.searching(
                event.id(), () -> hinted(event, quantity, () -> search(event, quantity))));
  }

  /** Places to try, from a search of the store; for a caller whose hints have failed too often. */
  Finding<Places> findExactly(Event event, Quantity quantity) {
    return hints.searching(event.id(), () -> search(event, quantity));
  }

  /** The places were not used after all. */
  void giveBack(EventId event, Places places) {
    hints.release(event, places.ordinals());
  }

  private Finding<Places> hinted(
      Event event, Quantity quantity, Supplier<Finding<Places>> otherwise) {
    return switch (suggest(event, quantity)) {
      case Suggestion.Found(Places places) -> new Finding.Found<>(places);
      case Suggestion.SoldOut(int left, Instant since) ->
          event.details().contingents().anyReleased(since, clock.instant())
              ? otherwise.get() // though nobody said so
              : soldOut(left);
      case Suggestion.Exhausted _, Suggestion.Unseeded _ -> otherwise.get();
    };
  }

  /**
   * The first places are those of contingents, which only a search finds once they are released.
   */
  private Suggestion suggest(Event event, Quantity quantity) {
    int total = event.details().totalTickets();
    Suggestion first = hints.suggest(event.id(), total, quantity);
    if (!(first instanceof Suggestion.Unseeded)) {
      return first;
    }
    int kept = event.details().contingents().last();
    hints.seed(event.id(), Math.max(kept, bookings.highestPlace(event.id())));
    return hints.suggest(event.id(), total, quantity);
  }

  private Finding<Places> search(Event event, Quantity quantity) {
    EventId id = event.id();
    EventDetails details = events.readFromStore(id).orElse(event).details();
    int total = details.totalTickets();
    changes.expireOverdue(id);
    List<Integer> free = bookings.freePlaces(id, details.openPlaces(clock.instant()), SEARCH_LIMIT);
    if (free.size() < quantity.tickets()) {
      hints.refill(id, total, free);
      hints.soldOut(id, total, free.size());
      return soldOut(free.size());
    }
    hints.refill(id, total, free.subList(quantity.tickets(), free.size()));
    return new Finding.Found<>(Places.of(free.subList(0, quantity.tickets())));
  }

  /** Fewer places are free than were wanted, namely {@code left}. */
  private static Finding<Places> soldOut(int left) {
    return new Finding.Refused<>(new Refusal.SoldOut(left));
  }
}
