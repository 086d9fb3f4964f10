package dev.lastseat.application.event;

import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.PlaceRanges.Range;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.port.store.sale.Bookings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets the hints know which places contingents keep no more, so that they are sold at once. */
public record Releases(Bookings bookings, PlaceHints hints) {
  /** How many free places are told at most; a search finds the others. */
  private static final int LIMIT = 500;

  /** An event was changed. */
  void tell(Event before, Event after, Instant now) {
    List<Range> released = new ArrayList<>(before.details().contingents().keptRanges(now));
    released.removeAll(after.details().contingents().keptRanges(now));
    if (!released.isEmpty() && after.isPublished()) {
      hints.release(after.id(), free(after.id(), new PlaceRanges(released)));
    }
  }

  /** The change is done, whether hints can be had or not. */
  private List<Integer> free(EventId event, PlaceRanges released) {
    try {
      return bookings.freePlaces(event, released, LIMIT);
    } catch (StoreUnavailable _) {
      return List.of();
    }
  }
}
