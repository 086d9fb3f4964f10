package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.exists;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.ClockSkew;
import dev.lastseat.domain.port.EventCache;
import dev.lastseat.mongo.engine.ClientSettings;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/**
 * Ends the changes of events of which a process did not live to do the last write, and sees to the
 * bookings that came so late that nobody looked at their event again.
 */
public record UnfinishedChanges(Database db, BookedPlaces booked) {
  /**
   * By then every booking that was begun by the event as it was before is there, or never will be:
   * the longest that a copy of the event is used, a request that began with it at the last moment,
   * and the difference between the clock that dated the mark and the one that looks at it.
   */
  static final Duration STRAGGLERS =
      EventCache.MAX_STALENESS.plus(ClientSettings.LONGEST_REQUEST).plus(ClockSkew.MAX);

  public void finish(Instant now) {
    Instant old = now.minus(STRAGGLERS);
    find(EventDocuments.UNFINISHED).forEach(document -> finish(document, old));
    find(EventDocuments.ENDED_AT).forEach(document -> forgetEnd(document, old));
  }

  /** By the index of those few events that have the note. */
  private List<Document> find(String note) {
    return db.ask(
        () ->
            db.events().find(exists(note)).projection(EventDocuments.READ).into(new ArrayList<>()));
  }

  private void finish(Document document, Instant old) {
    Event event = EventDocuments.fromDocument(document);
    Fields fields = new Fields(Database.EVENTS, document);
    boolean isOld = fields.time(EventDocuments.SINCE).isBefore(old);
    switch (fields.text(EventDocuments.UNFINISHED, UnfinishedChanges::change)) {
      case SHRINKING -> shrink(event, fields.time(EventDocuments.SINCE), isOld);
      case DELETION -> {
        if (isOld) {
          new EventDeletion(db, booked, event).decide();
        }
      }
    }
  }

  /** Where there is no room yet, the next time may find some. */
  private void shrink(Event event, Instant since, boolean isOld) {
    boolean fits = booked.moveInside(event.id(), event.details().totalTickets());
    if (fits && isOld) {
      new EventWrites(db).finishShrinking(event.id(), since);
    }
  }

  /** Once all that it had is taken back. */
  private void forgetEnd(Document document, Instant old) {
    Fields fields = new Fields(Database.EVENTS, document);
    EventId event = fields.text("_id", EventId::new);
    if (fields.time(EventDocuments.ENDED_AT).isBefore(old) && !booked.isAny(event)) {
      new EventWrites(db).forgetEnd(event);
    }
  }

  private static Unfinished change(String word) {
    return Unfinished.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
