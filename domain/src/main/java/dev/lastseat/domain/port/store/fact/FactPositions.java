package dev.lastseat.domain.port.store.fact;

/** How far in the log of facts each of those who follow it has come. */
public interface FactPositions {
  /** The sequence of the last fact that was handled; 0 at the beginning. */
  long of(String follower);

  /**
   * Goes on to a later fact, in one atomic step.
   *
   * @return false when somebody else has moved the position from {@code from} meanwhile
   */
  boolean advance(String follower, long from, long to);
}
