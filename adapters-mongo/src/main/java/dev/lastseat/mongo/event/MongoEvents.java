package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.mongo.document.EventDocuments;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events in the collection {@code events}. */
public record MongoEvents(Database db) implements Events {
  @Override
  public void add(Event event) {
    db.ask(() -> db.events().insertOne(EventDocuments.toDocument(event)));
  }

  @Override
  public Optional<Event> find(EventId id) {
    var found = db.events().find(and(eq(id.value()), EventDocuments.NOT_DELETED));
    return db.first(found.projection(EventDocuments.READ), EventDocuments::fromDocument);
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    var found = db.events().find(EventDocuments.byId(ids));
    return EventDocuments.readable(db.list(found.projection(EventDocuments.READ)));
  }

  @Override
  public Page<Event> search(EventQuery query) {
    return new EventSearch(query).page(db.forLists());
  }

  @Override
  public List<Event> toPublish(Instant until, int limit) {
    var due =
        db.events()
            .find(EventSearch.toPublish(until))
            .sort(Sorts.ascending("publishAt"))
            .projection(EventDocuments.READ)
            .limit(limit);
    return db.readable(due, EventDocuments::fromDocument);
  }

  @Override
  public Update update(Event changed) {
    Optional<Event> stored = find(changed.id()).filter(it -> it.version() == changed.version() - 1);
    if (stored.isEmpty()) {
      return new Update.Stale();
    }
    EventDetails before = stored.get().details();
    EventDetails after = changed.details();
    if (after.totalTickets() < before.totalTickets()
        || after.schedule().lastHold().isBefore(before.schedule().lastHold())) {
      return new EventChanges(db).shrink(stored.get(), changed);
    }
    return new EventWrites(db).replace(stored.get(), changed)
        ? new Update.Updated()
        : new Update.Stale();
  }

  @Override
  public Deletion delete(Event event, Instant now) {
    return new EventChanges(db).delete(event, now);
  }
}
