package dev.lastseat.redis;

import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.PlaceHints;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.DeferredCommand;
import dev.lastseat.redis.client.Reply;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Hints that all instances share. Each instance has some {@link PlacesAtHand} of the events it sold
 * last, topped up with whatever round trip comes next, so that a booking waits for none. Those of
 * an instance that dies are found by an exact search, as is all that was released while Redis was
 * away. When Redis is back its cursor lags behind what was sold meanwhile: that costs retries until
 * the next search.
 */
final class RedisHints implements PlaceHints, AutoCloseable {
  static final int MAX_EVENTS = 2_000;

  private final RedisContext context;
  private final PlaceHints fallback;
  private final SearchLock lock;

  /** By event, the least used first; guarded by itself. */
  private final LinkedHashMap<EventId, PlacesAtHand> atHand = new LinkedHashMap<>(16, 0.75f, true);

  /** The releases before the search that is under way here. */
  private final Map<EventId, String> releases = new ConcurrentHashMap<>();

  RedisHints(RedisContext context, PlaceHints fallback) {
    this.context = context;
    this.fallback = fallback;
    this.lock = new SearchLock(context);
  }

  @Override
  public Suggestion suggest(EventId event, int totalTickets, Quantity quantity) {
    int wanted = quantity.tickets();
    PlacesAtHand mine = atHand(event);
    Optional<Places> taken = mine.take(totalTickets, wanted);
    if (taken.isPresent()) {
      topUp(event, mine, totalTickets);
      return new Suggestion.Found(taken.get());
    }
    return fetch(event, mine, totalTickets, wanted)
        .orElseGet(() -> fallback.suggest(event, totalTickets, quantity));
  }

  private void topUp(EventId event, PlacesAtHand mine, int totalTickets) {
    int more = mine.toTopUp();
    if (more > 0) {
      Command command = of(event).topUp(totalTickets, more);
      context.queue().piggyback(new DeferredCommand(command, false, mine::toppedUp));
    }
  }

  /** Somebody else may have fetched enough while this one waited for its turn. */
  private Optional<Suggestion> fetch(
      EventId event, PlacesAtHand mine, int totalTickets, int wanted) {
    mine.fetching.lock();
    try {
      context.queue().awaitPending(List.of(of(event).key()));
      Optional<Places> taken = mine.take(totalTickets, wanted);
      if (taken.isPresent()) {
        return taken.map(Suggestion.Found::new);
      }
      int needed = wanted - mine.size();
      Command command = of(event).suggest(totalTickets, wanted, needed, PlacesAtHand.ENOUGH);
      return context
          .redis()
          .ask(command, reply -> suggestion(reply.list(), mine, totalTickets, wanted));
    } finally {
      mine.fetching.unlock();
    }
  }

  private static Suggestion suggestion(
      List<Reply> reply, PlacesAtHand mine, int totalTickets, int wanted) {
    return switch (reply.getFirst().text()) {
      case "sold out" -> new Suggestion.SoldOut(reply.getLast().integer());
      case "unseeded" -> new Suggestion.Unseeded();
      case "exhausted" -> new Suggestion.Exhausted();
      default ->
          mine.take(reply, totalTickets, wanted)
              .<Suggestion>map(Suggestion.Found::new)
              .orElseGet(Suggestion.Exhausted::new);
    };
  }

  @Override
  public void seed(EventId event, int highestTaken) {
    if (ask(event, of(event).seed(highestTaken), Reply::integer).isEmpty()) {
      fallback.seed(event, highestTaken);
    }
  }

  /** Those that are at hand will be suggested anyway, once. */
  @Override
  public void release(EventId event, Places places) {
    if (context.redis().isAway()) {
      fallback.release(event, places);
    } else {
      PlacesAtHand mine = atHand(event);
      flushSoon(
          of(event).release(places.ordinals().stream().filter(it -> !mine.contains(it)).toList()));
    }
  }

  @Override
  public void refill(EventId event, int totalTickets, Collection<Integer> free) {
    atHand(event).clear();
    if (ask(event, of(event).refill(totalTickets, free), Reply::integer).isEmpty()) {
      fallback.refill(event, totalTickets, free);
    }
  }

  @Override
  public void soldOut(EventId event, int totalTickets, int left) {
    String before = releases.getOrDefault(event, "unknown");
    if (ask(event, of(event).soldOut(before, totalTickets, left), Reply::integer).isEmpty()) {
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
      ask(event, of(event).releases(), Reply::text).ifPresent(count -> releases.put(event, count));
      return search.get();
    } finally {
      releases.remove(event);
      lock.unlock(event, token);
    }
  }

  @Override
  public void forget(EventId event) {
    fallback.forget(event);
    synchronized (atHand) {
      atHand.remove(event);
    }
    flushSoon(of(event).forget());
  }

  private <T> Optional<T> ask(EventId event, Command command, Function<Reply, T> reading) {
    context.queue().awaitPending(List.of(of(event).key()));
    return context.redis().ask(command, reading);
  }

  private void flushSoon(Command command) {
    context.queue().flushSoon(DeferredCommand.droppable(command));
  }

  /** Of the event that has to go for it, all are given back. */
  private PlacesAtHand atHand(EventId event) {
    synchronized (atHand) {
      PlacesAtHand mine = atHand.computeIfAbsent(event, _ -> new PlacesAtHand());
      if (atHand.size() > MAX_EVENTS) {
        Map.Entry<EventId, PlacesAtHand> eldest = atHand.pollFirstEntry();
        giveBack(eldest.getKey(), eldest.getValue());
      }
      return mine;
    }
  }

  private void giveBack(EventId event, PlacesAtHand places) {
    flushSoon(of(event).release(places.clear()));
  }

  private HintCommands of(EventId event) {
    return new HintCommands(context, event);
  }

  /** Gives back the places at hand. */
  @Override
  public void close() {
    synchronized (atHand) {
      atHand.forEach(this::giveBack);
      context.queue().awaitPending(atHand.keySet().stream().map(it -> of(it).key()).toList());
    }
  }
}
