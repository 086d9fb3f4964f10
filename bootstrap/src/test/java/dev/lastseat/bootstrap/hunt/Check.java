package dev.lastseat.bootstrap.hunt;

import java.util.List;
import java.util.stream.Stream;

/** A promise, and how to find out that a history breaks it. */
interface Check {
  List<Check> ALL =
      List.of(
          new NoPlaceTwice(),
          new NobodyHasTooMany(),
          new NoRefusalWhileFree(),
          new WritesAreSeen(),
          new OneAnswerForAKey(),
          new CountsAreRight(),
          new OnceThroughTheDoor(),
          new MoneyIsWhere());

  Stream<Violation> violations(History history);

  static List<Violation> all(History history) {
    return ALL.stream().flatMap(check -> check.violations(history)).toList();
  }
}
