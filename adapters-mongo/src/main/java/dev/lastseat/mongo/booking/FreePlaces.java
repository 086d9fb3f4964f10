package dev.lastseat.mongo.booking;

import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.mongo.engine.Database;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds exactly the places that nobody has. A count tells first how many there are; then stretch
 * after stretch is read, so that no question takes long, and none is asked once all are found.
 */
record FreePlaces(Database db, EventId event) {
  private static final int STRETCH = 10_000;

  /** The lowest {@code limit} free places of 1 to {@code totalTickets}, ascending. */
  List<Integer> lowest(int totalTickets, int limit) {
    int wanted = Math.min(limit, Math.max(0, totalTickets - takenWithin(totalTickets)));
    List<Integer> free = new ArrayList<>();
    for (int from = 1; from <= totalTickets && free.size() < wanted; from += STRETCH) {
      collect(from, Math.min(totalTickets, from + STRETCH - 1), wanted, free);
    }
    return free;
  }

  /** At most; those beyond the end, which only a shrinking event has, are not looked for. */
  private int takenWithin(int totalTickets) {
    Claims claims = new Claims(db, event);
    return claims.isAnyBetween(totalTickets + 1, EventDetails.MAX_TICKETS) ? 0 : taken();
  }

  int taken() {
    return db.ask(() -> new TicketCounting(db).count(List.of(event)))
        .values()
        .iterator()
        .next()
        .taken();
  }

  private void collect(int from, int to, int wanted, List<Integer> free) {
    BitSet taken = db.ask(() -> taken(from, to));
    for (int place = from; place <= to && free.size() < wanted; place++) {
      if (!taken.get(place)) {
        free.add(place);
      }
    }
  }

  private BitSet taken(int from, int to) {
    BitSet taken = new BitSet();
    new Claims(db, event).placesBetween(from, to, taken::set);
    return taken;
  }
}
