package dev.lastseat.application.fact;

import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.FactPositions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the facts to those who follow them, each from where it came to. May run on many instances
 * at once: they hand out the same facts then, and one of them moves the position.
 */
public record FollowFacts(FactLog facts, FactPositions positions, List<FactConsumer> consumers) {
  /** The most that are handed out together. */
  static final int MOST = 500;

  private static final Logger log = LoggerFactory.getLogger(FollowFacts.class);

  public FollowFacts {
    consumers = List.copyOf(consumers);
  }

  /**
   * Until all of them have come to where the log ended, or have failed. What happens meanwhile is
   * left for the next time: each step of a follower is a write, for which a booking may have to
   * wait. They mostly stand at the same fact, so that what is read for the first of them does for
   * the others.
   */
  public void handle() {
    List<FactConsumer> behind = consumers;
    while (!behind.isEmpty()) {
      Map<Long, List<RecordedFact>> read = new HashMap<>();
      behind = behind.stream().filter(consumer -> goesOn(consumer, read)).toList();
    }
  }

  /** Whether there may be more for it. */
  private boolean goesOn(FactConsumer consumer, Map<Long, List<RecordedFact>> read) {
    try {
      long from = positions.of(consumer.name());
      List<RecordedFact> next = read.computeIfAbsent(from, it -> facts.after(it, MOST));
      if (next.isEmpty()) {
        return false;
      }
      consumer.handle(next);
      return positions.advance(consumer.name(), from, next.getLast().sequence())
          && next.size() == MOST;
    } catch (RuntimeException failed) {
      log.atWarn().setCause(failed).log("{} will be given the same facts again", consumer.name());
      return false;
    }
  }
}
