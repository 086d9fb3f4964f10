package dev.lastseat.redis;

import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.PlaceHints;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Hints that all instances share, each of which has some {@link PlacesAtHand}. Those that an
 * instance has when it dies are found by an exact search, as is all that was released while Redis
 * was away. When Redis is back its cursor lags behind what was sold meanwhile: that costs retries
 * until the next search.
 */
final class RedisHints implements PlaceHints, AutoCloseable {
  private final Store store;
  private final PlaceHints fallback;
  private final PlacesAtHand atHand;
  private final SearchLock lock;

  /** The releases before the search that is under way here. */
  private final Map<EventId, String> releases = new ConcurrentHashMap<>();

  RedisHints(Store store, PlaceHints fallback) {
    this.store = store;
    this.fallback = fallback;
    this.atHand = new PlacesAtHand(store);
    this.lock = new SearchLock(store);
  }

  @Override
  public Suggestion suggest(EventId event, int totalTickets, Quantity quantity) {
    return atHand
        .suggest(event, totalTickets, quantity.tickets())
        .orElseGet(() -> fallback.suggest(event, totalTickets, quantity));
  }

  @Override
  public void seed(EventId event, int highestTaken) {
    if (ask(event, of(event).seed(highestTaken)).isEmpty()) {
      fallback.seed(event, highestTaken);
    }
  }

  @Override
  public void release(EventId event, Places places) {
    if (store.redis().isAway()) {
      fallback.release(event, places);
    } else {
      store.backlog().soon(of(event).release(atHand.others(event, places)));
    }
  }

  @Override
  public void refill(EventId event, int totalTickets, Collection<Integer> free) {
    atHand.clear(event);
    if (ask(event, of(event).refill(totalTickets, free)).isEmpty()) {
      fallback.refill(event, totalTickets, free);
    }
  }

  @Override
  public void soldOut(EventId event, int totalTickets, int left) {
    String before = releases.getOrDefault(event, "unknown");
    if (ask(event, of(event).soldOut(before, totalTickets, left)).isEmpty()) {
      fallback.soldOut(event, totalTickets, left);
    }
  }

  /** The fallback lets one of this instance through, the lock one of all instances. */
  @Override
  public <T> T searching(EventId event, Supplier<T> search) {
    return fallback.searching(event, () -> searchingAlone(event, search));
  }

  private <T> T searchingAlone(EventId event, Supplier<T> search) {
    String token = lock.lock(event);
    try {
      ask(event, of(event).releases()).ifPresent(reply -> releases.put(event, Replies.text(reply)));
      return search.get();
    } finally {
      releases.remove(event);
      lock.unlock(event, token);
    }
  }

  private Optional<Object> ask(EventId event, Command command) {
    store.backlog().settle(List.of(of(event).subject()));
    return store.redis().ask(command);
  }

  private HintCommands of(EventId event) {
    return new HintCommands(store, event);
  }

  /** Gives back the places at hand. */
  @Override
  public void close() {
    atHand.close();
  }
}
