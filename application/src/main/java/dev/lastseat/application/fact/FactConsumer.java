package dev.lastseat.application.fact;

import dev.lastseat.domain.fact.RecordedFact;
import java.util.List;

/**
 * Makes something of every fact. It may be given the same facts more than once, and by two
 * instances at once; so what it makes has an id made of the fact's, and doing it again makes
 * nothing new.
 */
public interface FactConsumer {
  /** What its position in the log is kept under; it never changes. */
  String name();

  /** Facts in sequence; all of them are given again if it fails. */
  void handle(List<RecordedFact> facts);
}
