package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.exists;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.store.sale.Events.Deletion;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.mongo.claim.Claims;
import dev.lastseat.mongo.document.EventDocuments;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The changes of events that take more than one write. The event is written first and its bookings
 * are looked for then; whoever books in between reads the event after the insert, and finds it
 * changed. What a process did not live to end, and the bookings whose event it did not live to read
 * again, are left to {@link #finish}, for which the event stays marked for a while.
 */
public record EventChanges(Database db) {
  /**
   * By then every booking that was begun by the event as it was before is there, or never will be:
   * the longest that a copy of the event is used, a request that began with it at the last moment,
   * and the difference between the clock that dated the mark and the one that looks at it.
   */
  static final Duration STRAGGLERS =
      EventCache.MAX_STALENESS.plus(Connection.LONGEST_REQUEST).plus(ClockSkew.MAX);

  /**
   * Takes places away from the end of an event, or time before its beginning, with which holds end
   * then. Where there is room for all that is booked, the bookings beyond its new end move to free
   * places. Where others buy the room before all have moved, the event gets its places back, as
   * another version.
   */
  Update shrink(Event stored, Event changed) {
    int places = changed.details().totalTickets();
    Claims claims = claims(changed.id());
    int taken = taken(claims, changed);
    if (taken > places) {
      return new Update.TooSmall(taken);
    }
    Instant since = db.now();
    if (!writes().beginToShrink(stored, changed, since)) {
      return new Update.Stale();
    }
    claims.endHolds(changed.details().schedule().lastHold(), changed.updatedAt());
    if (claims.moveInside(changed.details(), changed.updatedAt())) {
      return new Update.Updated();
    }
    writes().takeBack(changed, since, stored.details().totalTickets());
    return new Update.TooSmall(taken(claims, changed));
  }

  /** With what is left in contingents. */
  private static int taken(Claims claims, Event changed) {
    TicketCounts counts = claims.count();
    Contingents contingents = changed.details().contingents();
    return counts.taken() + contingents.left(counts.contingents(), changed.updatedAt());
  }

  /** Deletes an event, and brings it back where it has live bookings. */
  Deletion delete(Event event, Instant now) {
    if (claims(event.id()).isAny()) {
      boolean current =
          stored(event.id()).filter(it -> it.version() == event.version()).isPresent();
      return current ? new Deletion.HasLiveBookings() : new Deletion.Stale();
    }
    return writes().beginToDelete(event) ? decideDeletion(event.id(), now) : new Deletion.Stale();
  }

  /** May be done again, by anybody: of several who do, one decides. */
  private Deletion decideDeletion(EventId event, Instant at) {
    if (claims(event).isAny()) {
      writes().restore(event);
    } else {
      writes().finishDeletion(event, at);
    }
    return stored(event).isPresent() ? new Deletion.HasLiveBookings() : new Deletion.Deleted();
  }

  /** Ends what was cut short, and forgets what is over. */
  public void finish(Instant now) {
    Instant old = now.minus(STRAGGLERS);
    marked("unfinished").forEach(document -> finish(document, old));
    marked("endedAt").forEach(document -> forgetEnd(document, old));
    marked(EventDocuments.CHANGING).forEach(document -> forgetChange(document, old));
  }

  /** By the index of those few events that have the mark. */
  private List<Document> marked(String mark) {
    return db.list(db.events().find(exists(mark)).projection(EventDocuments.READ));
  }

  /** Where there is no room in a shrunk event yet, the next time may find some. */
  private void finish(Document document, Instant old) {
    Event event = EventDocuments.fromDocument(document);
    Fields fields = new DocumentFields("events", document);
    Instant since = fields.time("unfinishedSince");
    boolean isOld = since.isBefore(old);
    switch (fields.word("unfinished", EventWrites.Unfinished.class)) {
      case SHRINKING -> {
        claims(event.id()).endHolds(event.details().schedule().lastHold(), db.now());
        if (claims(event.id()).moveInside(event.details(), db.now()) && isOld) {
          writes().finishShrinking(event.id(), since);
        }
      }
      case DELETION -> {
        if (isOld) {
          decideDeletion(event.id(), since);
        }
      }
    }
  }

  /** Once all that it had is taken back. */
  private void forgetEnd(Document document, Instant old) {
    Fields fields = new DocumentFields("events", document);
    EventId event = fields.text("id", EventId::new);
    if (fields.time("endedAt").isBefore(old) && !claims(event).isAny()) {
      writes().forgetEnd(event);
    }
  }

  private void forgetChange(Document document, Instant old) {
    Fields fields = new DocumentFields("events", document);
    Instant noted = fields.time(EventDocuments.CHANGING);
    if (noted.isBefore(old)) {
      writes().forgetChange(fields.text("id", EventId::new), noted);
    }
  }

  private Claims claims(EventId event) {
    return new Claims(db, event);
  }

  private EventWrites writes() {
    return new EventWrites(db);
  }

  private Optional<Event> stored(EventId event) {
    return new MongoEvents(db).find(event);
  }
}
