package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.store.fact.FactPositions;
import java.util.HashMap;
import java.util.Map;

/** Positions in a map. */
public final class FakeFactPositions implements FactPositions {
  private final Map<String, Long> positions = new HashMap<>();

  @Override
  public synchronized long of(String follower) {
    return positions.getOrDefault(follower, 0L);
  }

  @Override
  public synchronized boolean advance(String follower, long from, long to) {
    boolean unmoved = of(follower) == from;
    if (unmoved) {
      positions.put(follower, to);
    }
    return unmoved;
  }
}
