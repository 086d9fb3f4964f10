package dev.lastseat.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a search must fulfil, all of it; values are bound. */
record Conditions(List<String> terms, List<Object> values) {
  Conditions {
    terms = List.copyOf(terms);
    values = List.copyOf(values);
  }

  static Conditions none() {
    return new Conditions(List.of(), List.of());
  }

  Conditions and(String term, Object... bound) {
    List<String> moreTerms = new ArrayList<>(terms);
    moreTerms.add(term);
    List<Object> moreValues = new ArrayList<>(values);
    Collections.addAll(moreValues, bound);
    return new Conditions(moreTerms, moreValues);
  }

  /** Asks for nothing when there is no value. */
  Conditions and(String term, Optional<?> bound) {
    return bound.isPresent() ? and(term, bound.get()) : this;
  }

  String where() {
    return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
  }

  Object[] arguments(Object... more) {
    return Stream.concat(values.stream(), Stream.of(more)).toArray();
  }
}
