package dev.lastseat.bootstrap.hunt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** No place belongs to two bookings at any instant at which both are live for certain. */
final class NoPlaceTwice implements Check {
  @Override
  public Stream<Violation> violations(History history) {
    Map<String, List<Life>> byPlace = new HashMap<>();
    history.lives().values().stream()
        .filter(history::wasNeverMoved)
        .filter(life -> life.booked().answered().isBefore(life.certainlyUntil()))
        .sorted(Comparator.comparing(life -> life.booked().answered()))
        .forEach(
            life ->
                life.places()
                    .forEach(
                        place ->
                            byPlace
                                .computeIfAbsent(life.event() + " " + place, _ -> new ArrayList<>())
                                .add(life)));
    return byPlace.entrySet().stream().flatMap(one -> overlaps(one.getKey(), one.getValue()));
  }

  /** They are in the order in which they began, so who lived longest so far meets the next. */
  private static Stream<Violation> overlaps(String place, List<Life> lives) {
    List<Violation> found = new ArrayList<>();
    Life longest = lives.getFirst();
    for (Life next : lives.subList(1, lives.size())) {
      Instant end = longest.certainlyUntil();
      if (next.booked().answered().isBefore(end)) {
        found.add(
            new Violation(
                "place %s belongs to %s and %s at once".formatted(place, longest.id(), next.id()),
                Stream.of(longest, next).flatMap(life -> life.history().stream()).toList()));
      }
      longest = next.certainlyUntil().isAfter(end) ? next : longest;
    }
    return found.stream();
  }
}
