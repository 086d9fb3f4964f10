package dev.lastseat.bootstrap.hunt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No user has more tickets of an event at once than one user may have. */
final class NobodyHasTooMany implements Check {
  @Override
  public Stream<Violation> violations(History history) {
    Map<String, List<Life>> byUser =
        history.lives().values().stream()
            .collect(Collectors.groupingBy(life -> life.booked().user() + " " + life.event()));
    return byUser.values().stream().flatMap(NobodyHasTooMany::tooMany);
  }

  private static Stream<Violation> tooMany(List<Life> lives) {
    return lives.stream()
        .map(life -> life.booked().answered())
        .map(instant -> at(lives, instant))
        .filter(live -> live.stream().mapToInt(Life::quantity).sum() > Hunt.MAX_PER_USER)
        .limit(1)
        .map(
            live ->
                new Violation(
                    "%s has more than %d tickets of %s"
                        .formatted(
                            live.getFirst().booked().user(),
                            Hunt.MAX_PER_USER,
                            live.getFirst().event()),
                    live.stream().flatMap(life -> life.history().stream()).toList()));
  }

  private static List<Life> at(List<Life> lives, Instant instant) {
    return lives.stream().filter(life -> life.isCertainThroughout(instant, instant)).toList();
  }
}
