package dev.lastseat.embedded.sqlite.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a search must fulfil, all of it; values are bound. */
public record Conditions(List<String> terms, List<Object> values) {
  public Conditions {
    terms = List.copyOf(terms);
    values = List.copyOf(values);
  }

  public static Conditions none() {
    return new Conditions(List.of(), List.of());
  }

  public Conditions and(String term, Object... bound) {
    List<String> moreTerms = new ArrayList<>(terms);
    moreTerms.add(term);
    List<Object> moreValues = new ArrayList<>(values);
    Collections.addAll(moreValues, bound);
    return new Conditions(moreTerms, moreValues);
  }

  /** Asks for nothing when there is no value. */
  public Conditions and(String term, Optional<?> bound) {
    return bound.isPresent() ? and(term, bound.get()) : this;
  }

  String where() {
    return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
  }

  Object[] arguments(Object... more) {
    return Stream.concat(values.stream(), Stream.of(more)).toArray();
  }
}
