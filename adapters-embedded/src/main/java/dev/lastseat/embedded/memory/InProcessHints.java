package dev.lastseat.embedded.memory;

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
  /** So many events of 10,000 places take 3 MB at most; of the largest kind, 250 MB. */
  static final int MAX_EVENTS = 2_000;

  private final Cache<EventId, EventHints> events =
      Caffeine.newBuilder().maximumSize(MAX_EVENTS).build();
  private final Clock clock;

  InProcessHints(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Suggestion suggest(EventId event, int totalTickets, Quantity quantity) {
    return of(event).suggest(totalTickets, quantity.tickets(), clock.instant());
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
  public void forget(EventId event) {
    events.invalidate(event);
  }

  @Override
  public <T> T searching(EventId event, Supplier<T> search) {
    return of(event).searching(search);
  }

  private EventHints of(EventId event) {
    return events.get(event, id -> new EventHints());
  }
}
