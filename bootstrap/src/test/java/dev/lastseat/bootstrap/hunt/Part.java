package dev.lastseat.bootstrap.hunt;

import java.util.Optional;

/** What somebody does in a round, one step after the other. */
interface Part {
  /** Nothing at the end. */
  Optional<Step> next() throws InterruptedException;

  /** What came of a step; its request is told in names. */
  default void learn(Request request, Exchange exchange) {}
}
