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
  /** Facts of one stream, in the order of their versions. */
  public static StreamState of(Collection<RecordedFact> facts) {
    SortedMap<String, String> fields = new TreeMap<>();
    long version = 0;
    for (RecordedFact recorded : facts) {
      Fact fact = recorded.fact();
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

  public Optional<String> optionalText(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  Instant time(String field) {
    return Instant.parse(text(field));
  }

  Money money(String field) {
    return Money.ofMajor(new BigDecimal(text(field)), Money.currency(text("currency")));
  }
}
