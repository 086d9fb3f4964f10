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
 * Hints that all instances share. Each instance has a {@link Run} of places at hand, which is
 * topped up with whatever round trip comes next, so that a booking waits for none. Places that an
 * instance has at hand when it dies are found by an exact search, as is all that was released while
 * Redis was away. When Redis is back its cursor lags behind what was sold meanwhile: that costs
 * retries until the next search.
 */
final class RedisHints implements PlaceHints, AutoCloseable {
  static final int MAX_EVENTS = 2_000;

  private final Store store;
  private final PlaceHints fallback;
  private final SearchLock lock;
  private final Recent<EventId, Run> runs = new Recent<>(MAX_EVENTS, this::giveBack);

  /** The releases before the search that is under way here. */
  private final Map<EventId, String> releases = new ConcurrentHashMap<>();

  RedisHints(Store store, PlaceHints fallback) {
    this.store = store;
    this.fallback = fallback;
    this.lock = new SearchLock(store);
  }

  @Override
  public Suggestion suggest(EventId event, int totalTickets, Quantity quantity) {
    Run run = run(event);
    Optional<Places> atHand = run.take(totalTickets, quantity.tickets());
    if (atHand.isPresent()) {
      topUp(event, run, totalTickets);
      return new Suggestion.Found(atHand.get());
    }
    run.fetching.lock();
    try {
      return fetch(event, run, totalTickets, quantity);
    } finally {
      run.fetching.unlock();
    }
  }

  /** With whatever goes to Redis next. */
  private void topUp(EventId event, Run run, int totalTickets) {
    HintCommands hints = of(event);
    int more = run.order();
    if (more > 0) {
      Command order = hints.order(totalTickets, more);
      store.backlog().whenever(new Errand(hints.subject(), order, false, run::deliver));
    }
  }

  /** Somebody else may have fetched enough while this one waited for its turn. */
  private Suggestion fetch(EventId event, Run run, int totalTickets, Quantity quantity) {
    settle(event);
    int wanted = quantity.tickets();
    Optional<Places> atHand = run.take(totalTickets, wanted);
    if (atHand.isPresent()) {
      return new Suggestion.Found(atHand.get());
    }
    int needed = wanted - run.size();
    return store
        .redis()
        .ask(of(event).suggest(totalTickets, wanted, needed, Run.LENGTH))
        .map(reply -> suggestion(Replies.list(reply), run, totalTickets, wanted))
        .orElseGet(() -> fallback.suggest(event, totalTickets, quantity));
  }

  private static Suggestion suggestion(List<?> reply, Run run, int totalTickets, int wanted) {
    return switch (Replies.text(reply.getFirst())) {
      case "sold out" -> new Suggestion.SoldOut(Replies.integer(reply.getLast()));
      case "unseeded" -> new Suggestion.Unseeded();
      case "exhausted" -> new Suggestion.Exhausted();
      default ->
          run.take(reply, totalTickets, wanted)
              .<Suggestion>map(Suggestion.Found::new)
              .orElseGet(Suggestion.Exhausted::new);
    };
  }

  @Override
  public void seed(EventId event, int highestTaken) {
    if (ask(event, of(event).seed(highestTaken)).isEmpty()) {
      fallback.seed(event, highestTaken);
    }
  }

  /** What is at hand will be suggested anyway, once. */
  @Override
  public void release(EventId event, Places places) {
    if (store.redis().isAway()) {
      fallback.release(event, places);
      return;
    }
    Run run = run(event);
    List<Integer> others =
        places.ordinals().stream().filter(place -> !run.contains(place)).toList();
    store.backlog().soon(of(event).release(others));
  }

  @Override
  public void refill(EventId event, int totalTickets, Collection<Integer> free) {
    run(event).clear();
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
    settle(event);
    return store.redis().ask(command);
  }

  private void settle(EventId event) {
    store.backlog().settle(List.of(of(event).subject()));
  }

  private Run run(EventId event) {
    return runs.get(event, id -> new Run());
  }

  private HintCommands of(EventId event) {
    return new HintCommands(store, event);
  }

  private void giveBack(EventId event, Run run) {
    store.backlog().soon(of(event).release(run.clear()));
  }

  /** Gives back the places at hand. */
  @Override
  public void close() {
    Map<EventId, Run> all = runs.copy();
    all.forEach(this::giveBack);
    all.keySet().forEach(this::settle);
  }
}
