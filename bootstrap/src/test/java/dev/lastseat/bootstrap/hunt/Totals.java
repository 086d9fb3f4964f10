package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Resize;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many tickets an event had.
 *
 * @param beginning at first
 * @param changes what was asked afterwards, one after the other
 */
record Totals(int beginning, List<Exchange> changes) {
  /** All that it may have had at some time within. */
  IntStream within(Instant from, Instant until) {
    IntStream.Builder possible = IntStream.builder();
    if (!sureFrom(0).isBefore(from)) {
      possible.add(beginning);
    }
    for (int i = 0; i < changes.size(); i++) {
      Exchange change = changes.get(i);
      Instant end = change.mayHaveSucceeded() ? sureFrom(i + 1) : change.answered();
      if (!change.asked().isAfter(until) && !end.isBefore(from)) {
        possible.add(((Resize) change.request()).total());
      }
    }
    return possible.build();
  }

  /** When the first change from the i-th on that happened for certain had happened. */
  private Instant sureFrom(int i) {
    return changes.stream()
        .skip(i)
        .filter(Exchange::succeeded)
        .map(Exchange::answered)
        .findFirst()
        .orElse(Instant.MAX);
  }

  int smallest() {
    return within(Instant.MIN, Instant.MAX).min().orElseThrow();
  }
}
