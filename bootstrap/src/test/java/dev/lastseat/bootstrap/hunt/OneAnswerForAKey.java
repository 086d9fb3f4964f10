package dev.lastseat.bootstrap.hunt;

import static dev.lastseat.bootstrap.hunt.History.soldNothing;

import dev.lastseat.bootstrap.hunt.Request.ListLive;
import dev.lastseat.bootstrap.hunt.Request.Purchase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A key buys once: whoever sends it again is told of the same bookings, and once it was granted it
 * is never refused.
 */
final class OneAnswerForAKey implements Check {
  @Override
  public Stream<Violation> violations(History history) {
    Map<String, List<Exchange>> byKey =
        history.exchanges().stream()
            .filter(one -> one.request() instanceof Purchase)
            .collect(Collectors.groupingBy(History::key));
    return Stream.concat(
        byKey.values().stream().flatMap(tries -> broken(tries).stream()),
        unknown(history, byKey.values()));
  }

  /** At the end more bookings stand than all requests may have made. */
  private static Stream<Violation> unknown(History history, Collection<List<Exchange>> keys) {
    return history.exchanges().stream()
        .filter(one -> one.request() instanceof ListLive && one.succeeded())
        .filter(one -> strangers(history, one) > openKeys(keys, one))
        .map(one -> new Violation("bookings that nobody was told of", List.of(one)));
  }

  private static long strangers(History history, Exchange list) {
    return list.data()
        .valueStream()
        .filter(booking -> !history.lives().containsKey(booking.path("id").asText()))
        .count();
  }

  private static long openKeys(Collection<List<Exchange>> keys, Exchange list) {
    String event = ((ListLive) list.request()).event();
    return keys.stream()
        .filter(tries -> ((Purchase) tries.getFirst().request()).events().contains(event))
        .filter(tries -> tries.stream().noneMatch(Exchange::succeeded))
        .filter(tries -> tries.stream().anyMatch(Exchange::isOpen) && !soldNothing(tries))
        .count();
  }

  private static Optional<Violation> broken(List<Exchange> tries) {
    Set<List<String>> sold =
        tries.stream()
            .filter(Exchange::succeeded)
            .map(one -> History.bookings(one).map(it -> it.path("id").asText()).toList())
            .collect(Collectors.toSet());
    if (sold.size() > 1) {
      return Optional.of(new Violation("one key bought " + sold, tries));
    }
    return tries.stream()
        .filter(Exchange::succeeded)
        .flatMap(granted -> tries.stream().filter(one -> refusedAfter(granted, one)))
        .findFirst()
        .map(_ -> new Violation("a key that had bought was refused afterwards", tries));
  }

  private static boolean refusedAfter(Exchange granted, Exchange one) {
    return granted.answered().isBefore(one.asked()) && !one.mayHaveSucceeded();
  }
}
