package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The conditional writes of one event; each says whether it happened. */
public record EventWrites(Database db) {

  /** Over its previous version. */
  boolean replace(Event changed) {
    Document document = EventDocuments.changeable(changed);
    if (changed.status() == EventStatus.CANCELLED) {
      document.append(EventDocuments.ENDED_AT, now());
    }
    return update(previous(changed), new Document("$set", document));
  }

  /** Over its previous version, with a note that bookings are still to be moved. */
  public boolean beginToShrink(Event changed, Instant since) {
    Document shrunk =
        EventDocuments.changeable(changed)
            .append(EventDocuments.UNFINISHED, Unfinished.SHRINKING.word())
            .append(EventDocuments.SINCE, since);
    return update(previous(changed), new Document("$set", shrunk));
  }

  /**
   * Gives an event that was shrunk its places back, whatever else of it was changed meanwhile;
   * unless it was given other places since, or shrunk once more, which is then for that one to end.
   */
  boolean takeBack(Event shrunk, Instant since, int totalTickets) {
    return update(
        and(
            shrinking(shrunk.id(), since),
            eq(EventDocuments.TOTAL_TICKETS, shrunk.details().totalTickets())),
        combine(
            set(EventDocuments.TOTAL_TICKETS, totalTickets),
            inc(EventDocuments.VERSION, 1),
            finished()));
  }

  /** Ends the shrinking that began then, and none that began later. */
  boolean finishShrinking(EventId event, Instant since) {
    return update(shrinking(event, since), finished());
  }

  private static Bson shrinking(EventId event, Instant since) {
    return and(unfinished(event, Unfinished.SHRINKING), eq(EventDocuments.SINCE, since));
  }

  private static Bson finished() {
    return combine(unset(EventDocuments.UNFINISHED), unset(EventDocuments.SINCE));
  }

  /** Nobody finds it from now on; whether that stays so is still to be seen. */
  boolean beginToDelete(Event event) {
    return update(
        stored(event.id(), event.version()),
        combine(
            set(EventDocuments.DELETED, true),
            set(EventDocuments.UNFINISHED, Unfinished.DELETION.word()),
            set(EventDocuments.SINCE, now())));
  }

  /** Takes back a deletion that is not finished. */
  boolean restore(EventId event) {
    return update(
        unfinished(event, Unfinished.DELETION),
        combine(set(EventDocuments.DELETED, false), finished()));
  }

  boolean finishDeletion(EventId event) {
    return update(
        unfinished(event, Unfinished.DELETION),
        combine(finished(), set(EventDocuments.ENDED_AT, now())));
  }

  /** No booking of it can turn up any more. */
  void forgetEnd(EventId event) {
    update(eq(event.value()), unset(EventDocuments.ENDED_AT));
  }

  /** As it is stored, to the millisecond. */
  Instant now() {
    return db.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Bson unfinished(EventId event, Unfinished change) {
    return and(eq(event.value()), eq(EventDocuments.UNFINISHED, change.word()));
  }

  private static Bson previous(Event changed) {
    return stored(changed.id(), changed.version() - 1);
  }

  private static Bson stored(EventId event, long version) {
    return and(eq(event.value()), eq(EventDocuments.VERSION, version), EventReads.NOT_DELETED);
  }

  private boolean update(Bson filter, Bson change) {
    return db.ask(() -> db.events().updateOne(filter, change)).getMatchedCount() == 1;
  }
}
