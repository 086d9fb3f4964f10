package dev.lastseat.bootstrap.hunt;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that must not be.
 *
 * @param what it is, in a sentence
 * @param history the few exchanges that show it
 */
record Violation(String what, List<Exchange> history) {
  @Override
  public String toString() {
    return history.stream()
        .sorted(Comparator.comparing(Exchange::asked))
        .map(exchange -> "\n    " + exchange)
        .collect(Collectors.joining("", what, ""));
  }
}
