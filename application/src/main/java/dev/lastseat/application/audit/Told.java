package dev.lastseat.application.audit;

import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the facts of one stream tell.
 *
 * @param facts in the log and on their way there
 * @param state the sum of them
 */
record Told(StreamId stream, List<Fact> facts, StreamState state) {

  /** A fact that has come into the log meanwhile is told once. */
  static Told of(StreamId stream, List<RecordedFact> logged, List<Fact> underway) {
    List<Fact> facts = new ArrayList<>(logged.stream().map(RecordedFact::fact).toList());
    Set<Long> versions = facts.stream().map(Fact::version).collect(Collectors.toSet());
    underway.stream().filter(it -> !versions.contains(it.version())).forEach(facts::add);
    return new Told(stream, facts, StreamState.ofFacts(facts));
  }

  /** A fact of a kind that this version does not know; what it changed is not known either. */
  Optional<Fact> unknown() {
    return facts.stream().filter(fact -> FactKind.of(fact.kind()).isEmpty()).findFirst();
  }

  /** How that differs from what the store has of the aggregate, empty where it has none. */
  List<String> differences(Optional<SortedMap<String, String>> stored) {
    List<String> differences = new ArrayList<>(gaps());
    SortedMap<String, String> told = fields();
    if (facts.isEmpty()) {
      stored.ifPresent(_ -> differences.add("is in the store, and no fact tells of it"));
    } else if (stored.isEmpty()) {
      if (!told.isEmpty() && !mayBeForgotten()) {
        differences.add("facts tell of it, and it is not in the store");
      }
    } else if (told.isEmpty()) {
      differences.add("facts tell that it is gone, and it is in the store");
    } else {
      compare(told, stored.get(), differences);
    }
    return differences;
  }

  private boolean mayBeForgotten() {
    return stream.type().equals(StreamId.BOOKING) && BookingFacts.mayBeForgotten(state);
  }

  private List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    long expected = 1;
    for (Fact fact : facts) {
      long version = fact.version();
      if (version != expected) {
        gaps.add("its facts go on with version %d, and not %d".formatted(version, expected));
      }
      expected = version + 1;
    }
    return gaps;
  }

  /** Of an event that was deleted, nobody knows its last version any more. */
  SortedMap<String, String> fields() {
    if (state.hasEnded()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, String> fields = new TreeMap<>(state.fields());
    if (stream.type().equals(StreamId.EVENT) && fields.put("deletedAt", "") == null) {
      fields.remove("deletedAt");
      fields.put("version", Long.toString(state.version()));
    }
    return fields;
  }

  private static void compare(
      SortedMap<String, String> told, SortedMap<String, String> stored, List<String> differences) {
    TreeSet<String> names = new TreeSet<>(told.keySet());
    names.addAll(stored.keySet());
    for (String name : names) {
      String fact = told.getOrDefault(name, "nothing");
      String present = stored.getOrDefault(name, "nothing");
      if (!fact.equals(present)) {
        differences.add(
            "%s is %s by its facts, and %s in the store".formatted(name, fact, present));
      }
    }
  }
}
