package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Moves the bookings that have places beyond an end to free places before it. */
record Mover(Store store, EventId event, int totalTickets) {
  /** How many bookings are looked for at a time. */
  private static final int BATCH = 500;

  /** A round without progress is one in which others took the places; so many are no accident. */
  private static final int MAX_ROUNDS = 10_000;

  /** Whether none is beyond the end any more; false when there is no room for all. */
  boolean moveInside() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Document> beyond = store.ask(this::beyond);
      if (beyond.isEmpty()) {
        return true;
      }
      List<Integer> free = new FreePlaces(store, event).lowest(totalTickets, needed(beyond));
      if (free.size() < needed(beyond)) {
        return false;
      }
      Iterator<Integer> next = free.iterator();
      new BookingUpdates(store).apply(beyond.stream().map(it -> move(it, next)).toList());
    }
    throw new StoreUnavailable("others took every free place of a shrinking event");
  }

  private List<Document> beyond() {
    return store
        .bookings()
        .find(new Claims(store, event).between(totalTickets + 1, EventDetails.MAX_TICKETS))
        .projection(Projections.include(BookingDocuments.PLACES))
        .limit(BATCH)
        .into(new ArrayList<>());
  }

  private int needed(List<Document> beyond) {
    return (int)
        beyond.stream()
            .flatMap(booking -> places(booking).stream())
            .filter(place -> place > totalTickets)
            .count();
  }

  /** Lost to whoever was faster, it is looked for again. */
  private UpdateOneModel<Document> move(Document booking, Iterator<Integer> free) {
    List<Integer> places = places(booking);
    List<Integer> inside =
        places.stream().map(place -> place > totalTickets ? free.next() : place).sorted().toList();
    Bson asSeen =
        and(
            eq(booking.get("_id")),
            eq(BookingDocuments.EVENT_ID, event.value()),
            eq(BookingDocuments.PLACES, places));
    return new UpdateOneModel<>(asSeen, set(BookingDocuments.PLACES, inside));
  }

  private static List<Integer> places(Document booking) {
    return booking.getList(BookingDocuments.PLACES, Integer.class);
  }
}
