package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.exists;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/** Ends the changes of events of which a process did not live to do the last write. */
record UnfinishedChanges(Store store) {

  void finish() {
    List<Document> unfinished =
        Store.ask(
            () ->
                store
                    .events()
                    .find(exists(EventDocuments.UNFINISHED))
                    .projection(EventDocuments.READ)
                    .into(new ArrayList<>()));
    unfinished.forEach(this::finish);
  }

  private void finish(Document document) {
    Event event = EventDocuments.fromDocument(document);
    Fields fields = new Fields(Store.EVENTS, document);
    switch (fields.text(EventDocuments.UNFINISHED, UnfinishedChanges::change)) {
      case SHRINKING -> shrink(event);
      case DELETION -> new DeletionOfEvent(store, event.id()).decide();
    }
  }

  /** Where there is no room yet, the next time may find some. */
  private void shrink(Event event) {
    EventId id = event.id();
    if (new Mover(store, id, event.details().totalTickets()).moveInside()) {
      new EventWrites(store).finish(id, Unfinished.SHRINKING);
    }
  }

  private static Unfinished change(String word) {
    return Unfinished.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
