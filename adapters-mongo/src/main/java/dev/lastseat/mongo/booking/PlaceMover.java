package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.event.BookedPlaces;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Answers and moves for {@link BookedPlaces}. */
public record PlaceMover(Database db) implements BookedPlaces {
  /** How many bookings are looked for at a time. */
  private static final int BATCH = 500;

  /** A round without progress is one in which others took the places; so many are no accident. */
  private static final int MAX_ROUNDS = 10_000;

  @Override
  public boolean isAny(EventId event) {
    return new Claims(db, event).isAny();
  }

  @Override
  public int count(EventId event) {
    return new Claims(db, event).count();
  }

  @Override
  public boolean moveInside(EventId event, int totalTickets) {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Document> beyond = db.ask(() -> beyond(event, totalTickets));
      if (beyond.isEmpty()) {
        return true;
      }
      List<Integer> free =
          new FreePlaces(db, event).lowest(totalTickets, needed(beyond, totalTickets));
      if (free.size() < needed(beyond, totalTickets)) {
        return false;
      }
      Iterator<Integer> next = free.iterator();
      new BookingUpdates(db)
          .apply(beyond.stream().map(it -> move(it, totalTickets, next)).toList());
    }
    throw new StoreUnavailable("others took every free place of a shrinking event");
  }

  private List<Document> beyond(EventId event, int totalTickets) {
    return db.bookings()
        .find(new Claims(db, event).within(totalTickets + 1, EventDetails.MAX_TICKETS))
        .projection(Projections.include(BookingDocuments.EVENT_ID, BookingDocuments.PLACES))
        .limit(BATCH)
        .into(new ArrayList<>());
  }

  private static int needed(List<Document> beyond, int totalTickets) {
    return (int)
        beyond.stream()
            .flatMap(booking -> Claims.places(booking).stream())
            .filter(place -> place > totalTickets)
            .count();
  }

  /** Lost to whoever was faster, it is looked for again. */
  private static UpdateOneModel<Document> move(
      Document booking, int totalTickets, Iterator<Integer> free) {
    List<Integer> places = Claims.places(booking);
    List<Integer> inside =
        places.stream().map(place -> place > totalTickets ? free.next() : place).sorted().toList();
    Bson asSeen =
        and(
            eq(booking.get("_id")),
            eq(BookingDocuments.EVENT_ID, booking.getString(BookingDocuments.EVENT_ID)),
            eq(BookingDocuments.PLACES, places));
    return new UpdateOneModel<>(asSeen, set(BookingDocuments.PLACES, inside));
  }
}
