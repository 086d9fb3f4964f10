package dev.lastseat.application.fact;

import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which facts are wanted. What is empty admits all.
 *
 * @param kinds of one of these
 * @param from that took effect then or later
 * @param to that took effect then or earlier
 */
public record FactFilter(
    Set<String> kinds,
    Optional<StreamId> stream,
    Optional<Actor> actor,
    Optional<Instant> from,
    Optional<Instant> to) {
  public static final FactFilter ALL =
      new FactFilter(
          Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public FactFilter {
    kinds = Set.copyOf(kinds);
    if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
      throw new InvalidValue("from", from.get(), "must not be later than to");
    }
  }

  boolean admits(Fact fact) {
    return (kinds.isEmpty() || kinds.contains(fact.kind()))
        && stream.filter(wanted -> !wanted.equals(fact.stream())).isEmpty()
        && actor.filter(wanted -> !wanted.equals(fact.cause().actor())).isEmpty()
        && from.filter(fact.at()::isBefore).isEmpty()
        && to.filter(fact.at()::isAfter).isEmpty();
  }
}
