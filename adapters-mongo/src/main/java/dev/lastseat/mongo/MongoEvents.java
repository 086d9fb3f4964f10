package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.shared.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Events in the collection {@code events}. */
record MongoEvents(Store store) implements Events {

  @Override
  public void add(Event event) {
    store.ask(() -> store.events().insertOne(EventDocuments.toDocument(event)));
  }

  @Override
  public Optional<Event> find(EventId id) {
    var found = store.events().find(and(eq(id.value()), EventReads.NOT_DELETED));
    return store.first(found.projection(EventDocuments.READ)).map(EventDocuments::fromDocument);
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    return store.ask(() -> new EventReads(store).findDeletedToo(ids));
  }

  @Override
  public Page<Event> search(EventQuery query) {
    return store.ask(() -> new EventSearch(query).page(store));
  }

  @Override
  public Update update(Event changed) {
    Optional<Event> stored = find(changed.id()).filter(it -> it.version() == changed.version() - 1);
    if (stored.isEmpty()) {
      return new Update.Stale();
    }
    boolean shrinks = changed.details().totalTickets() < stored.get().details().totalTickets();
    if (shrinks) {
      return new Shrinking(store, stored.get(), changed).run();
    }
    return new EventWrites(store).replace(changed) ? new Update.Updated() : new Update.Stale();
  }

  @Override
  public Deletion delete(Event event) {
    return new DeletionOfEvent(store, event).run();
  }
}
