package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.exists;

import dev.lastseat.domain.event.Event;
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
record UnfinishedChanges(Store store) {
  /** Longer than an insert can be on its way: no command of it is sent later. */
  private static final Duration STRAGGLERS = Duration.ofSeconds(20);

  void finish(Instant now) {
    List<Document> unfinished =
        store.ask(
            () ->
                store
                    .events()
                    .find(exists(EventDocuments.UNFINISHED))
                    .projection(EventDocuments.READ)
                    .into(new ArrayList<>()));
    unfinished.forEach(document -> finish(document, now));
  }

  private void finish(Document document, Instant now) {
    Event event = EventDocuments.fromDocument(document);
    Fields fields = new Fields(Store.EVENTS, document);
    switch (fields.text(EventDocuments.UNFINISHED, UnfinishedChanges::change)) {
      case SHRINKING -> shrink(event, fields.time(EventDocuments.SINCE), now);
      case DELETION -> new DeletionOfEvent(store, event.id()).decide();
    }
  }

  /** Where there is no room yet, the next time may find some. */
  private void shrink(Event event, Instant since, Instant now) {
    boolean fits = new Mover(store, event.id(), event.details().totalTickets()).moveInside();
    if (fits && since.plus(STRAGGLERS).isBefore(now)) {
      new EventWrites(store).finishShrinking(event.id(), since);
    }
  }

  private static Unfinished change(String word) {
    return Unfinished.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
