package dev.lastseat.http.live;

import java.util.Optional;

/** What one listener is told. */
@FunctionalInterface
public interface Source {
  /**
   * What there is to tell that was not told yet. It is asked once a round at the most, by one
   * thread, and not before the listener has taken what it was told last: to those who are slow, a
   * source should tell the latest only.
   *
   * @param round its number, by which sources that tell the same can look for it once
   */
  Optional<Message> next(long round);
}
