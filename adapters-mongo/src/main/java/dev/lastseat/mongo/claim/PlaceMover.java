package dev.lastseat.mongo.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOneModel;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.engine.Database;
import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Moves bookings from beyond the end of an event to free places before it. */
record PlaceMover(Claims claims) {
  /** How many bookings are looked for at a time. */
  private static final int BATCH = 500;

  /** A round without progress is one in which others took the places; so many are no accident. */
  private static final int MAX_ROUNDS = 10_000;

  boolean moveInside(int totalTickets) {
    Database db = claims.db();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Document> beyond =
          db.list(claims.between(totalTickets + 1, EventDetails.MAX_TICKETS).limit(BATCH));
      if (beyond.isEmpty()) {
        return true;
      }
      int needed = needed(beyond, totalTickets);
      List<Integer> free = claims.free(totalTickets, needed);
      if (free.size() < needed) {
        return false;
      }
      Iterator<Integer> next = free.iterator();
      db.updateAll(db.bookings(), beyond.stream().map(it -> move(it, totalTickets, next)).toList());
    }
    throw new StoreUnavailable("others took every free place of a shrinking event");
  }

  private static int needed(List<Document> beyond, int totalTickets) {
    return (int)
        beyond.stream()
            .flatMap(booking -> Claims.places(booking).stream())
            .filter(place -> place > totalTickets)
            .count();
  }

  /** Lost to whoever was faster, it is looked for again. */
  private UpdateOneModel<Document> move(
      Document booking, int totalTickets, Iterator<Integer> free) {
    List<Integer> places = Claims.places(booking);
    List<Integer> inside =
        places.stream().map(place -> place > totalTickets ? free.next() : place).sorted().toList();
    Bson asSeen = and(eq(booking.get("_id")), claims.ofEvent(), eq("places", places));
    return new UpdateOneModel<>(asSeen, set("places", inside));
  }
}
