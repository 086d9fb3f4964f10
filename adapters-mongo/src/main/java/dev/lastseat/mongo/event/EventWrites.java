package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.mongo.document.EventDocuments;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import dev.lastseat.mongo.standing.Standing;
import dev.lastseat.mongo.standing.UndecidedOrders;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The conditional writes of one event; each says whether it happened. */
record EventWrites(Database db) {
  private static final Bson FINISHED = combine(unset("unfinished"), unset("unfinishedSince"));

  /** A change of an event that takes more than one write, of which the first one is done. */
  enum Unfinished implements Spelled {
    SHRINKING,
    DELETION;

    private Bson of(EventId event) {
      return and(eq(event.value()), eq("unfinished", word()));
    }

    private Document since(Instant since) {
      return new Document("unfinished", word()).append("unfinishedSince", since);
    }
  }

  /** Over its previous version. */
  boolean replace(Event stored, Event changed) {
    boolean ends = changed.status() == EventStatus.CANCELLED;
    return replace(stored, changed, ends ? set("endedAt", db.now()) : combine());
  }

  /** Over its previous version, with a note that bookings are still to be moved. */
  boolean beginToShrink(Event stored, Event changed, Instant since) {
    return replace(stored, changed, new Document("$set", Unfinished.SHRINKING.since(since)));
  }

  /**
   * Gives an event that was shrunk its places back, whatever else of it was changed meanwhile;
   * unless it was given other places since, or shrunk once more, which is then for that one to end.
   */
  boolean takeBack(Event shrunk, Instant since, int totalTickets) {
    Bson unchanged =
        and(shrinking(shrunk.id(), since), eq("totalTickets", shrunk.details().totalTickets()));
    Backoff backoff = db.backoff();
    do {
      var found = db.events().find(unchanged).projection(EventDocuments.READ);
      Optional<Event> now = db.first(found).map(EventDocuments::fromDocument);
      if (now.isEmpty() || replace(now.get(), restored(now.get(), totalTickets), FINISHED)) {
        return now.isPresent();
      }
    } while (backoff.pause());
    throw new StoreUnavailable("others change the event all the time");
  }

  private Event restored(Event shrunk, int totalTickets) {
    return new Event(
        shrunk.id(),
        shrunk.organiser(),
        shrunk.details().withTotalTickets(totalTickets),
        shrunk.status(),
        shrunk.version() + 1,
        shrunk.createdAt(),
        db.now());
  }

  /**
   * In the version that was read, so that the fact tells what it was changed from. Before that, the
   * bookings that it admits are kept; and as long as it is noted that it is about to change,
   * whoever judges bookings by it keeps them before they are answered (ADR 10). Of several who are
   * about to change it, the last to note it does. Orders under way that it does not admit any more
   * are rolled back.
   */
  private boolean replace(Event stored, Event changed, Bson notes) {
    Bson before = version(stored.id(), stored.version());
    Instant noted = db.now();
    if (!update(before, set(EventDocuments.CHANGING, noted))) {
      return false;
    }
    new Standing(db).keepAdmittedBy(stored);
    boolean replaced =
        update(
            and(before, eq(EventDocuments.CHANGING, noted)),
            combine(
                new Document("$set", EventDocuments.changeable(changed)),
                EmbeddedFacts.next(EventFacts.changed(stored, changed)),
                unset(EventDocuments.CHANGING),
                notes));
    if (replaced) {
      new UndecidedOrders(db).rollBackRefusedBy(changed);
    }
    return replaced;
  }

  /** Whoever noted then that it is about to change does not change it any more. */
  boolean forgetChange(EventId event, Instant noted) {
    return update(
        and(eq(event.value()), eq(EventDocuments.CHANGING, noted)), unset(EventDocuments.CHANGING));
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
    Document deleted = Unfinished.DELETION.since(db.now()).append("deleted", true);
    return update(version(event.id(), event.version()), new Document("$set", deleted));
  }

  /** Takes back a deletion that is not finished. */
  boolean restore(EventId event) {
    return update(Unfinished.DELETION.of(event), combine(set("deleted", false), FINISHED));
  }

  boolean finishDeletion(EventId event, Instant at) {
    return update(
        Unfinished.DELETION.of(event),
        combine(
            FINISHED, set("endedAt", db.now()), EmbeddedFacts.next(EventFacts.deleted(event, at))));
  }

  /** No booking of it can turn up any more. */
  boolean forgetEnd(EventId event) {
    return update(eq(event.value()), unset("endedAt"));
  }

  private static Bson version(EventId event, long version) {
    return and(eq(event.value()), eq("version", version), EventDocuments.NOT_DELETED);
  }

  private boolean update(Bson filter, Bson change) {
    return db.update(db.events(), filter, change);
  }
}
