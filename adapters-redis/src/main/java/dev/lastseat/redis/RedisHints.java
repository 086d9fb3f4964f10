package dev.lastseat.redis;

import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.PlaceHints;
import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Hints that all instances share. Each instance has some {@link PlacesAtHand} of the events it sold
 * last, topped up with whatever round trip comes next, so that a booking waits for none. Those of
 * an instance that dies are found by an exact search, as is all that was released while Redis was
 * away. When Redis is back its cursor lags behind what was sold meanwhile: that costs retries until
 * the next search.
 */
final class RedisHints implements PlaceHints, AutoCloseable {
  static final int MAX_EVENTS = 2_000;

  private static final Duration KEPT = Duration.ofDays(30);

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
    Optional<Suggestion> found = mine.take(totalTickets, wanted);
    if (found.isPresent()) {
      topUp(event, mine, totalTickets);
      return found.get();
    }
    return fetch(event, mine, totalTickets, wanted)
        .orElseGet(() -> fallback.suggest(event, totalTickets, quantity));
  }

  private void topUp(EventId event, PlacesAtHand mine, int totalTickets) {
    int more = mine.toTopUp();
    if (more > 0) {
      context.redis().piggyback(suggest(event, totalTickets, 0, 0, more), mine::toppedUp);
    }
  }

  /** Somebody else may have fetched enough while this one waited for its turn. */
  private Optional<Suggestion> fetch(
      EventId event, PlacesAtHand mine, int totalTickets, int wanted) {
    mine.fetching.lock();
    try {
      Optional<Suggestion> found = mine.take(totalTickets, wanted);
      if (found.isPresent()) {
        return found;
      }
      int needed = wanted - mine.size();
      return context
          .redis()
          .ask(
              suggest(event, totalTickets, wanted, needed, PlacesAtHand.ENOUGH),
              reply -> mine.take(reply.list(), totalTickets, wanted));
    } finally {
      mine.fetching.unlock();
    }
  }

  private Command suggest(EventId event, int totalTickets, int wanted, int needed, int welcome) {
    long now = context.clock().millis();
    long until = now + SOLD_OUT.plus(ClockSkew.MAX).toMillis();
    return command(HintScripts.SUGGEST, event, totalTickets, wanted, needed, welcome, now, until);
  }

  @Override
  public void seed(EventId event, int highestTaken) {
    if (isAway(command(HintScripts.SEED, event, highestTaken))) {
      fallback.seed(event, highestTaken);
    }
  }

  /** Those that are at hand will be suggested anyway, once. */
  @Override
  public void release(EventId event, Collection<Integer> places) {
    if (context.redis().isAway()) {
      fallback.release(event, places);
    } else {
      PlacesAtHand mine = atHand(event);
      tellReleased(event, places.stream().filter(it -> !mine.contains(it)).toList());
    }
  }

  private void tellReleased(EventId event, List<Integer> places) {
    context.redis().send(command(HintScripts.RELEASE, event, places.toArray()));
  }

  @Override
  public void refill(EventId event, int totalTickets, Collection<Integer> free) {
    atHand(event).clear();
    List<Object> arguments = new ArrayList<>(free);
    arguments.addFirst(totalTickets);
    if (isAway(command(HintScripts.REFILL, event, arguments.toArray()))) {
      fallback.refill(event, totalTickets, free);
    }
  }

  @Override
  public void soldOut(EventId event, int totalTickets, int left) {
    String before = releases.getOrDefault(event, "unknown");
    long until = context.clock().millis() + SOLD_OUT.toMillis();
    if (isAway(command(HintScripts.MARK_SOLD_OUT, event, before, totalTickets, left, until))) {
      fallback.soldOut(event, totalTickets, left);
    }
  }

  /** Whether it did not do what it was told. */
  private boolean isAway(Command command) {
    return context.redis().ask(command, Reply::integer).isEmpty();
  }

  /** The fallback lets one of this instance through, the lock one of all instances. */
  @Override
  public <T> T searching(EventId event, Supplier<T> search) {
    return fallback.searching(event, () -> searchingAlone(event, search));
  }

  private <T> T searchingAlone(EventId event, Supplier<T> search) {
    String token = lock.lock(event);
    try {
      context
          .redis()
          .ask(command(HintScripts.RELEASES, event), Reply::text)
          .ifPresent(count -> releases.put(event, count));
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
    context.redis().send(command(HintScripts.FORGET, event));
  }

  private Command command(String script, EventId event, Object... arguments) {
    List<String> keys = List.of(context.keys().hints(event), context.keys().released(event));
    Stream<Object> all = Stream.concat(Stream.of(KEPT.toMillis()), Stream.of(arguments));
    return Command.of(script, keys, all.toArray());
  }

  /** Of the event that has to go for it, all are given back. */
  private PlacesAtHand atHand(EventId event) {
    synchronized (atHand) {
      PlacesAtHand mine = atHand.computeIfAbsent(event, _ -> new PlacesAtHand());
      if (atHand.size() > MAX_EVENTS) {
        Map.Entry<EventId, PlacesAtHand> eldest = atHand.pollFirstEntry();
        tellReleased(eldest.getKey(), eldest.getValue().clear());
      }
      return mine;
    }
  }

  /** Gives back the places at hand. */
  @Override
  public void close() {
    synchronized (atHand) {
      atHand.forEach((event, places) -> tellReleased(event, places.clear()));
    }
    context.redis().flush();
  }
}
