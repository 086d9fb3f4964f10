package dev.lastseat.bootstrap.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.hunt.Request.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The counts of an event add up, are not older than twice their time to live, and were true at some
 * time since then. What was being sold or cancelled just then, or a moment before, may be counted
 * twice until the next count, for the figures at hand are adjusted by every change, and nobody can
 * tell whether the last count had seen it.
 */
final class CountsAreRight implements Check {
  /**
   * Adjustments go to Redis together and behind the answer; an instance may stand still before it
   * sends them, and a busy machine takes as long as for its slowest request.
   */
  private static final Duration ADJUSTING = Hunt.FROZEN.plusMillis(500);

  private static final Duration OLDEST = Hunt.AVAILABILITY_TTL.multipliedBy(2).plusMillis(5);

  @Override
  public Stream<Violation> violations(History history) {
    return history.exchanges().stream()
        .filter(one -> one.request() instanceof Count && one.succeeded())
        .flatMap(one -> wrong(history, one).stream());
  }

  private static Optional<Violation> wrong(History history, Exchange count) {
    JsonNode data = count.data();
    int total = data.path("totalTickets").asInt();
    int available = data.path("availableTickets").asInt();
    int sold = data.path("confirmedTickets").asInt() + data.path("heldTickets").asInt();
    if (available != Math.max(0, total - sold)) {
      return Optional.of(new Violation("counts that do not add up", List.of(count)));
    }
    String event = ((Count) count.request()).event();
    Instant from = Instant.parse(data.path("asOf").asText());
    if (from.isBefore(count.asked().minus(OLDEST))) {
      return Optional.of(new Violation("a count that is too old", List.of(count)));
    }
    Instant until = count.answered();
    List<Life> all = history.livesOf(event).toList();
    Instant adjusted = from.minus(ADJUSTING).minus(history.slowest());
    List<Life> changed = all.stream().filter(life -> life.changedWithin(adjusted, until)).toList();
    int certain = sum(all.stream().filter(life -> life.isCertainThroughout(from, until)));
    int possible =
        sum(all.stream().filter(life -> life.isPossibleWithin(from, until, Duration.ZERO)))
            + history.openTickets(event, from, until);
    int twice = sum(changed.stream());
    return sold < certain - twice || sold > possible + twice
        ? Optional.of(
            new Violation(
                "%d are said to be sold, and it was %d to %d".formatted(sold, certain, possible),
                Stream.concat(
                        Stream.of(count), changed.stream().flatMap(life -> life.history().stream()))
                    .toList()))
        : Optional.empty();
  }

  private static int sum(Stream<Life> lives) {
    return lives.mapToInt(Life::quantity).sum();
  }
}
