package dev.lastseat.redis;

import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.PlaceHints.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@link Run} of places that this instance has of each event it sold last. It is topped up with
 * whatever round trip comes next, so that a booking waits for none.
 */
final class PlacesAtHand implements AutoCloseable {
  static final int MAX_EVENTS = 2_000;

  private final Store store;
  private final Recent<EventId, Run> runs = new Recent<>(MAX_EVENTS, this::giveBack);

  PlacesAtHand(Store store) {
    this.store = store;
  }

  /** Fetches more when these do not suffice; empty when Redis is away then. */
  Optional<Suggestion> suggest(EventId event, int totalTickets, int wanted) {
    Run run = run(event);
    Optional<Places> atHand = run.take(totalTickets, wanted);
    if (atHand.isPresent()) {
      topUp(event, run, totalTickets);
      return atHand.map(Suggestion.Found::new);
    }
    run.fetching.lock();
    try {
      return fetch(event, run, totalTickets, wanted);
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
  private Optional<Suggestion> fetch(EventId event, Run run, int totalTickets, int wanted) {
    settle(event);
    Optional<Places> atHand = run.take(totalTickets, wanted);
    if (atHand.isPresent()) {
      return atHand.map(Suggestion.Found::new);
    }
    int needed = wanted - run.size();
    return store
        .redis()
        .ask(of(event).suggest(totalTickets, wanted, needed, Run.LENGTH))
        .map(reply -> suggestion(Replies.list(reply), run, totalTickets, wanted));
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

  /** Those that are not at hand: what is will be suggested anyway, once. */
  List<Integer> others(EventId event, Places places) {
    Run run = run(event);
    return places.ordinals().stream().filter(place -> !run.contains(place)).toList();
  }

  void clear(EventId event) {
    run(event).clear();
  }

  private void giveBack(EventId event, Run run) {
    store.backlog().soon(of(event).release(run.clear()));
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

  /** Gives them back. */
  @Override
  public void close() {
    Map<EventId, Run> all = runs.copy();
    all.forEach(this::giveBack);
    all.keySet().forEach(this::settle);
  }
}
