package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.PlaceHints;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Place hints of the events that were booked last, as many as fit into {@link #MAX_BYTES}. */
final class InProcessHints implements PlaceHints {
  static final int MAX_BYTES = 16 << 20;

  private final Cache<EventId, EventHints> events =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<EventId, EventHints>weigher((event, hints) -> hints.bytes())
          .executor(Runnable::run)
          .build();
  private final Clock clock;
  private final Optional<RandomGenerator> scatter;

  InProcessHints(Clock clock, Optional<RandomGenerator> scatter) {
    this.clock = clock;
    this.scatter = scatter;
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
  public void release(EventId event, Collection<Integer> places) {
    EventHints hints = of(event);
    hints.release(places);
    weighAgain(event, hints);
  }

  @Override
  public void refill(EventId event, int totalTickets, Collection<Integer> free) {
    EventHints hints = of(event);
    hints.refill(totalTickets, free);
    weighAgain(event, hints);
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

  /** A set of places grows with the highest of them. */
  private void weighAgain(EventId event, EventHints hints) {
    events.asMap().replace(event, hints, hints);
  }

  private EventHints of(EventId event) {
    return events.get(event, id -> new EventHints(scatter));
  }
}
