package dev.lastseat.domain.fact;

import dev.lastseat.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An aggregate as its facts tell it: the sum of them. What this version does not know is not
 * applied.
 *
 * @param version of the last fact; 0 without any
 * @param fields empty once the aggregate is gone
 */
public record StreamState(long version, SortedMap<String, String> fields) {
  /** Since when a user, or what let one in, is not there any more. */
  public static final String ENDED = "endedAt";

  /** Facts of one stream, in the order of their versions. */
  public static StreamState of(Collection<RecordedFact> facts) {
    return ofFacts(facts.stream().map(RecordedFact::fact).toList());
  }

  /** The same, whether they are in the log yet or not. */
  public static StreamState ofFacts(Collection<Fact> facts) {
    SortedMap<String, String> fields = new TreeMap<>();
    long version = 0;
    for (Fact fact : facts) {
      version = fact.version();
      if (FactKind.of(fact.kind()).isPresent()) {
        fields.putAll(fact.data());
      }
    }
    fields.values().removeIf(String::isEmpty);
    return new StreamState(version, Collections.unmodifiableSortedMap(fields));
  }

  /**
   * What the facts tell of that field.
   *
   * @throws IllegalArgumentException when they tell nothing of it
   */
  public String text(String field) {
    return optionalText(field)
        .orElseThrow(() -> new IllegalArgumentException("the facts tell of no " + field));
  }

  /** Whether they tell that the user, or what let one in, is not there any more. */
  public boolean hasEnded() {
    return fields.containsKey(ENDED);
  }

  public Optional<String> optionalText(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  public Optional<Instant> optionalTime(String field) {
    return optionalText(field).map(Instant::parse);
  }

  public Instant time(String field) {
    return Instant.parse(text(field));
  }

  public Money money(String field) {
    return Money.ofMajor(new BigDecimal(text(field)), Money.currency(text("currency")));
  }
}
