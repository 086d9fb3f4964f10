package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.mongo.engine.Database;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Events in the collection {@code events}. */
public record MongoEvents(Database db, BookedPlaces booked) implements Events {

  @Override
  public void add(Event event) {
    db.ask(() -> db.events().insertOne(EventDocuments.toDocument(event)));
  }

  @Override
  public Optional<Event> find(EventId id) {
    var found = db.events().find(and(eq(id.value()), EventReads.NOT_DELETED));
    return db.first(found.projection(EventDocuments.READ)).map(EventDocuments::fromDocument);
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    return db.ask(() -> new EventReads(db).findDeletedToo(ids));
  }

  @Override
  public Page<Event> search(EventQuery query) {
    return db.ask(() -> new EventSearch(query).page(db));
  }

  @Override
  public Update update(Event changed) {
    Optional<Event> stored = find(changed.id()).filter(it -> it.version() == changed.version() - 1);
    if (stored.isEmpty()) {
      return new Update.Stale();
    }
    boolean shrinks = changed.details().totalTickets() < stored.get().details().totalTickets();
    if (shrinks) {
      return new EventShrinking(db, booked, stored.get(), changed).run();
    }
    return new EventWrites(db).replace(changed) ? new Update.Updated() : new Update.Stale();
  }

  @Override
  public Deletion delete(Event event) {
    return new EventDeletion(db, booked, event).run();
  }
}
