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
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The conditional writes of one event; each says whether it happened. */
record EventWrites(Database db) {
  private static final Bson FINISHED = combine(unset("unfinished"), unset("unfinishedSince"));

  /** A change of an event that takes more than one write, of which the first one is done. */
  enum Unfinished {
    SHRINKING,
    DELETION;

    private Bson of(EventId event) {
      return and(eq(event.value()), eq("unfinished", word()));
    }

    private Document since(Instant since) {
      return new Document("unfinished", word()).append("unfinishedSince", since);
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Over its previous version. */
  boolean replace(Event changed) {
    boolean ends = changed.status() == EventStatus.CANCELLED;
    return replace(changed, ends ? new Document("endedAt", now()) : new Document());
  }

  /** Over its previous version, with a note that bookings are still to be moved. */
  boolean beginToShrink(Event changed, Instant since) {
    return replace(changed, Unfinished.SHRINKING.since(since));
  }

  private boolean replace(Event changed, Document notes) {
    Document document = EventDocuments.changeable(changed);
    document.putAll(notes);
    return update(version(changed.id(), changed.version() - 1), new Document("$set", document));
  }

  /**
   * Gives an event that was shrunk its places back, whatever else of it was changed meanwhile;
   * unless it was given other places since, or shrunk once more, which is then for that one to end.
   */
  boolean takeBack(Event shrunk, Instant since, int totalTickets) {
    return update(
        and(shrinking(shrunk.id(), since), eq("totalTickets", shrunk.details().totalTickets())),
        combine(set("totalTickets", totalTickets), inc("version", 1), FINISHED));
  }

  /** Ends the shrinking that began then, and none that began later. */
  boolean finishShrinking(EventId event, Instant since) {
    return update(shrinking(event, since), FINISHED);
  }

  private static Bson shrinking(EventId event, Instant since) {
    return and(Unfinished.SHRINKING.of(event), eq("unfinishedSince", since));
  }

  /** Nobody finds it from now on; whether that stays so is still to be seen. */
  boolean beginToDelete(Event event) {
    Document deleted = Unfinished.DELETION.since(now()).append("deleted", true);
    return update(version(event.id(), event.version()), new Document("$set", deleted));
  }

  /** Takes back a deletion that is not finished. */
  boolean restore(EventId event) {
    return update(Unfinished.DELETION.of(event), combine(set("deleted", false), FINISHED));
  }

  boolean finishDeletion(EventId event) {
    return update(Unfinished.DELETION.of(event), combine(FINISHED, set("endedAt", now())));
  }

  /** No booking of it can turn up any more. */
  boolean forgetEnd(EventId event) {
    return update(eq(event.value()), unset("endedAt"));
  }

  /** As it is stored, to the millisecond. */
  Instant now() {
    return db.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Bson version(EventId event, long version) {
    return and(eq(event.value()), eq("version", version), MongoEvents.NOT_DELETED);
  }

  private boolean update(Bson filter, Bson change) {
    return db.update(db.events(), filter, change);
  }
}
