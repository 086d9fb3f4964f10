package dev.lastseat.redis;

import dev.lastseat.domain.event.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is asked of the hints of one event. */
record HintCommands(Store store, EventId event) {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration SOLD_OUT = Duration.ofSeconds(2);

  /** What errands about these hints are about. */
  String subject() {
    return store.keys().hints(event);
  }

  /** Places that are welcome at hand, if there are any. */
  Command order(int totalTickets, int welcome) {
    return suggest(totalTickets, 0, 0, welcome);
  }

  /**
   * Places for a booking.
   *
   * @param wanted how many it is for
   * @param needed how many of them are not at hand
   * @param welcome how many more are welcome
   */
  Command suggest(int totalTickets, int wanted, int needed, int welcome) {
    long now = store.clock().millis();
    return with(HintScripts.SUGGEST, totalTickets, wanted, needed, welcome, now);
  }

  Command seed(int highestTaken) {
    return with(HintScripts.SEED, highestTaken);
  }

  Errand release(Collection<Integer> places) {
    return Errand.once(subject(), with(HintScripts.RELEASE, places.toArray()));
  }

  Command refill(int totalTickets, Collection<Integer> free) {
    List<Object> arguments = new ArrayList<>(List.of(totalTickets));
    arguments.addAll(free);
    return with(HintScripts.REFILL, arguments.toArray());
  }

  Command releases() {
    return with(HintScripts.RELEASES);
  }

  Command soldOut(String releasesBefore, int totalTickets, int left) {
    long until = store.clock().millis() + SOLD_OUT.toMillis();
    return with(HintScripts.SOLD_OUT, releasesBefore, totalTickets, left, until);
  }

  private Command with(Script script, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(KEPT.toMillis()));
    all.addAll(List.of(arguments));
    return script.with(
        List.of(store.keys().hints(event), store.keys().released(event)), all.toArray());
  }
}
