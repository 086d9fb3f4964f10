package dev.lastseat.domain.fake;

import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.PlaceHints;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Hints in memory, one {@link FakeHint} an event. */
public final class FakePlaceHints implements PlaceHints {
  private final Clock clock;
  private final Map<EventId, FakeHint> hints = new ConcurrentHashMap<>();

  public FakePlaceHints(Clock clock) {
    this.clock = clock;
  }

  /** As when the process that remembered them was started anew. */
  public void forgetEverything() {
    hints.clear();
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
    of(event).release(places);
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
    hints.remove(event);
  }

  @Override
  public <T> T searching(EventId event, Supplier<T> search) {
    return of(event).searching(search);
  }

  private FakeHint of(EventId event) {
    return hints.computeIfAbsent(event, _ -> new FakeHint());
  }
}
