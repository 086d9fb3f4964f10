package dev.lastseat.redis;

import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.PlaceHints;
import java.time.Duration;
import java.util.ArrayList;
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
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration SOLD_OUT = Duration.ofSeconds(2);

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
      order(event, run, totalTickets);
      return new Suggestion.Found(atHand.get());
    }
    run.fetching.lock();
    try {
      return fetch(event, run, totalTickets, quantity);
    } finally {
      run.fetching.unlock();
    }
  }

  /** Tops up the run with whatever goes to Redis next. */
  private void order(EventId event, Run run, int totalTickets) {
    int more = run.order();
    if (more > 0) {
      store
          .backlog()
          .whenever(
              new Errand(
                  subject(event),
                  suggest(event, totalTickets, 0, 0, more),
                  false,
                  reply -> run.add(found(Replies.list(reply)))));
    }
  }

  /** Somebody else may have fetched enough while this one waited for its turn. */
  private Suggestion fetch(EventId event, Run run, int totalTickets, Quantity quantity) {
    store.backlog().settle(List.of(subject(event)));
    Optional<Places> atHand = run.take(totalTickets, quantity.tickets());
    if (atHand.isPresent()) {
      return new Suggestion.Found(atHand.get());
    }
    int wanted = quantity.tickets();
    int needed = wanted - run.size();
    return store
        .redis()
        .ask(suggest(event, totalTickets, wanted, needed, Run.LENGTH))
        .map(reply -> suggestion(Replies.list(reply), run, totalTickets, wanted))
        .orElseGet(() -> fallback.suggest(event, totalTickets, quantity));
  }

  private Command suggest(EventId event, int totalTickets, int wanted, int needed, int welcome) {
    return HintScripts.SUGGEST.with(
        keys(event),
        KEPT.toMillis(),
        totalTickets,
        wanted,
        needed,
        welcome,
        store.clock().millis());
  }

  private static Suggestion suggestion(List<?> reply, Run run, int totalTickets, int wanted) {
    return switch (Replies.text(reply.getFirst())) {
      case "sold out" -> new Suggestion.SoldOut(Replies.integer(reply.getLast()));
      case "unseeded" -> new Suggestion.Unseeded();
      case "exhausted" -> new Suggestion.Exhausted();
      default -> {
        run.add(found(reply));
        yield run.take(totalTickets, wanted)
            .<Suggestion>map(Suggestion.Found::new)
            .orElseGet(Suggestion.Exhausted::new);
      }
    };
  }

  private static List<Integer> found(List<?> reply) {
    return reply.stream().skip(1).filter(Long.class::isInstance).map(Replies::integer).toList();
  }

  @Override
  public void seed(EventId event, int highestTaken) {
    ask(event, HintScripts.SEED.with(keys(event), KEPT.toMillis(), highestTaken))
        .ifPresentOrElse(_ -> {}, () -> fallback.seed(event, highestTaken));
  }

  @Override
  public void release(EventId event, Places places) {
    if (store.redis().isAway()) {
      fallback.release(event, places);
      return;
    }
    Run run = run(event);
    store
        .backlog()
        .soon(
            giveBack(event, places.ordinals().stream().filter(one -> !run.contains(one)).toList()));
  }

  private Errand giveBack(EventId event, Collection<Integer> places) {
    List<Object> arguments = new ArrayList<>(List.of(KEPT.toMillis()));
    arguments.addAll(places);
    return Errand.once(subject(event), HintScripts.RELEASE.with(keys(event), arguments.toArray()));
  }

  private void giveBack(EventId event, Run run) {
    store.backlog().soon(giveBack(event, run.clear()));
  }

  @Override
  public void refill(EventId event, int totalTickets, Collection<Integer> free) {
    run(event).clear();
    List<Object> arguments = new ArrayList<>(List.of(KEPT.toMillis(), totalTickets));
    arguments.addAll(free);
    ask(event, HintScripts.REFILL.with(keys(event), arguments.toArray()))
        .ifPresentOrElse(_ -> {}, () -> fallback.refill(event, totalTickets, free));
  }

  @Override
  public void soldOut(EventId event, int totalTickets, int left) {
    String before = releases.getOrDefault(event, "unknown");
    long until = store.clock().millis() + SOLD_OUT.toMillis();
    ask(
            event,
            HintScripts.SOLD_OUT.with(
                keys(event), KEPT.toMillis(), before, totalTickets, left, until))
        .ifPresentOrElse(_ -> {}, () -> fallback.soldOut(event, totalTickets, left));
  }

  /** The fallback lets one of this instance through, the lock one of all instances. */
  @Override
  public <T> T searching(EventId event, Supplier<T> search) {
    return fallback.searching(event, () -> searchingAlone(event, search));
  }

  private <T> T searchingAlone(EventId event, Supplier<T> search) {
    String token = lock.lock(event);
    try {
      ask(event, HintScripts.RELEASES.with(keys(event)))
          .ifPresent(reply -> releases.put(event, Replies.text(reply)));
      return search.get();
    } finally {
      releases.remove(event);
      lock.unlock(event, token);
    }
  }

  private Optional<Object> ask(EventId event, Command command) {
    store.backlog().settle(List.of(subject(event)));
    return store.redis().ask(command);
  }

  private Run run(EventId event) {
    return runs.get(event, id -> new Run());
  }

  private List<String> keys(EventId event) {
    return List.of(store.keys().hints(event), store.keys().released(event));
  }

  private String subject(EventId event) {
    return store.keys().hints(event);
  }

  /** Gives back the places at hand. */
  @Override
  public void close() {
    runs.copy().forEach((event, run) -> store.backlog().now(giveBack(event, run.clear())));
  }
}
