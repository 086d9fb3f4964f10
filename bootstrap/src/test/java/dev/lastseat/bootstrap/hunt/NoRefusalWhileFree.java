package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Book;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nobody is told that an event is sold out while enough places were free during the whole request,
 * for certain: whatever may have taken a place counts as having had it all the time.
 */
final class NoRefusalWhileFree implements Check {
  /**
   * A search that found nothing is believed for 2 s from its end, unless a place is given back: for
   * so long, and for as long as the search took, a hold that has ended, or the total before it was
   * raised, may stand in the way.
   */
  private static final Duration GRACE = Duration.ofSeconds(4).plus(Hunt.FROZEN);

  @Override
  public Stream<Violation> violations(History history) {
    return history.exchanges().stream()
        .filter(one -> one.code().equals("SOLD_OUT"))
        .filter(one -> one.request() instanceof Book)
        .filter(one -> surelyFree(history, one) >= ((Book) one.request()).quantity())
        .map(
            one ->
                new Violation(
                    "%d places were free, and somebody was told that it is sold out"
                        .formatted(surelyFree(history, one)),
                    Stream.concat(
                            Stream.of(one), possiblyLive(history, one).stream().map(Life::booked))
                        .toList()));
  }

  private static int surelyFree(History history, Exchange refusal) {
    String event = ((Book) refusal.request()).event();
    Instant from = refusal.asked();
    Instant until = refusal.answered();
    int total =
        history.totals().get(event).within(from.minus(grace(history)), until).min().orElseThrow();
    Set<Integer> places = new HashSet<>();
    int unknown = 0;
    for (Life life : possiblyLive(history, refusal)) {
      if (history.wasNeverMoved(life)) {
        places.addAll(life.places());
      } else {
        unknown += life.quantity();
      }
    }
    return total - places.size() - unknown - history.openTickets(event, from, until);
  }

  private static List<Life> possiblyLive(History history, Exchange refusal) {
    return history
        .livesOf(((Book) refusal.request()).event())
        .filter(life -> life.isPossibleWithin(refusal.asked(), refusal.answered(), grace(history)))
        .toList();
  }

  private static Duration grace(History history) {
    return GRACE.plus(history.slowest());
  }
}
