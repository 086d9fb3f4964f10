package dev.lastseat.application.fact;

import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.port.store.FactLog;
import dev.lastseat.domain.port.store.FactPositions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the facts to those who follow them, each from where it came to. May run on many instances
 * at once: they hand out the same facts then, and one of them moves the position.
 */
public final class FollowFacts {
  /** The most that are handed out together. */
  static final int MOST = 500;

  private static final Logger log = LoggerFactory.getLogger(FollowFacts.class);

  private final FactLog facts;
  private final FactPositions positions;
  private final List<FactConsumer> consumers;

  public FollowFacts(FactLog facts, FactPositions positions, List<FactConsumer> consumers) {
    this.facts = facts;
    this.positions = positions;
    this.consumers = List.copyOf(consumers);
  }

  /** Until all of them have come to the end, or have failed. */
  public void handle() {
    for (FactConsumer consumer : consumers) {
      try {
        catchUp(consumer);
      } catch (RuntimeException failed) {
        log.atWarn().setCause(failed).log("{} will be given the same facts again", consumer.name());
      }
    }
  }

  private void catchUp(FactConsumer consumer) {
    boolean moved = true;
    while (moved) {
      long from = positions.of(consumer.name());
      List<RecordedFact> next = facts.after(from, MOST);
      moved = !next.isEmpty();
      if (moved) {
        consumer.handle(next);
        moved = positions.advance(consumer.name(), from, next.getLast().sequence());
      }
    }
  }
}
