package dev.lastseat.redis;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache.Counted;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Redis answered when it was asked for the counts of some events.
 *
 * @param known what may be shown
 * @param mine whose tickets whoever asked is to count
 * @param others whose tickets another one counts just now, and nothing is known meanwhile
 */
record CountRound(Map<EventId, Counted> known, Set<EventId> mine, Set<EventId> others) {

  /** The replies in the order of the events. */
  static CountRound of(List<EventId> events, List<Object> replies) {
    CountRound round = new CountRound(new HashMap<>(), new HashSet<>(), new HashSet<>());
    for (int i = 0; i < events.size(); i++) {
      round.add(events.get(i), Replies.list(replies.get(i)));
    }
    return round;
  }

  private void add(EventId event, List<?> reply) {
    if (reply.size() > 1) {
      known.put(event, counted(reply));
    } else if (reply.getFirst().equals("me")) {
      mine.add(event);
    } else {
      others.add(event);
    }
  }

  private static Counted counted(List<?> reply) {
    return new Counted(
        new TicketCounts(Replies.integer(reply.get(1)), Replies.integer(reply.get(2))),
        Instant.ofEpochMilli(Replies.number(reply.get(3))));
  }
}
