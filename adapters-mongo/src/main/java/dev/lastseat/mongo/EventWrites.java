package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The conditional writes of one event; each says whether it happened. */
record EventWrites(Store store) {

  /** Over its previous version. */
  boolean replace(Event changed) {
    return update(previous(changed), new Document("$set", EventDocuments.changeable(changed)));
  }

  /** Over its previous version, with a note that bookings are still to be moved. */
  boolean beginToShrink(Event changed) {
    Document shrunk =
        EventDocuments.changeable(changed)
            .append(EventDocuments.UNFINISHED, Unfinished.SHRINKING.word());
    return update(previous(changed), new Document("$set", shrunk));
  }

  /** Nobody finds it from now on; whether that stays so is still to be seen. */
  boolean beginToDelete(EventId event) {
    return update(
        and(eq(event.value()), EventReads.NOT_DELETED),
        combine(
            set(EventDocuments.DELETED, true),
            set(EventDocuments.UNFINISHED, Unfinished.DELETION.word())));
  }

  /** Takes back a deletion that is not finished. */
  boolean restore(EventId event) {
    return update(
        unfinished(event, Unfinished.DELETION),
        combine(set(EventDocuments.DELETED, false), unset(EventDocuments.UNFINISHED)));
  }

  boolean finish(EventId event, Unfinished change) {
    return update(unfinished(event, change), unset(EventDocuments.UNFINISHED));
  }

  private static Bson unfinished(EventId event, Unfinished change) {
    return and(eq(event.value()), eq(EventDocuments.UNFINISHED, change.word()));
  }

  private static Bson previous(Event changed) {
    return and(
        eq(changed.id().value()),
        eq(EventDocuments.VERSION, changed.version() - 1),
        EventReads.NOT_DELETED);
  }

  private boolean update(Bson filter, Bson change) {
    return Store.ask(() -> store.events().updateOne(filter, change)).getMatchedCount() == 1;
  }
}
