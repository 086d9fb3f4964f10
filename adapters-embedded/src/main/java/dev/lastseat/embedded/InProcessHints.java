package dev.lastseat.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.PlaceHints;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Supplier;

/** Place hints of the events that were booked last. */
final class InProcessHints implements PlaceHints {
  static final int MAX_EVENTS = 10_000;

  private final Cache<EventId, EventHints> events =
      Caffeine.newBuilder().maximumSize(MAX_EVENTS).build();
  private final Clock clock;

  InProcessHints(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Suggestion suggest(EventId event, int totalTickets, Quantity quantity) {
    return of(event).suggest(totalTickets, quantity, clock.instant());
  }

  @Override
  public void seed(EventId event, int highestTaken) {
    of(event).seed(highestTaken);
  }

  @Override
  public void release(EventId event, Places places) {
    of(event).release(places.ordinals());
  }

  @Override
  public void refill(EventId event, int totalTickets, Collection<Integer> free) {
    of(event).refill(totalTickets, free);
  }

  @Override
  public void soldOut(EventId event, int totalTickets, int left) {
    of(event).soldOut(totalTickets, left, clock.instant());
  }

  @Override
  public <T> T searching(EventId event, Supplier<T> search) {
    EventHints hints = of(event);
    hints.search.lock();
    try {
      hints.searchBegins();
      return search.get();
    } finally {
      hints.search.unlock();
    }
  }

  private EventHints of(EventId event) {
    return events.get(event, id -> new EventHints());
  }
}
