package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/** Events in the collection {@code events}. */
public record MongoEvents(Database db) implements Events {
  static final Bson NOT_DELETED = eq("deleted", false);

  @Override
  public void add(Event event) {
    db.ask(() -> db.events().insertOne(EventDocuments.toDocument(event)));
  }

  @Override
  public Optional<Event> find(EventId id) {
    var found = db.events().find(and(eq(id.value()), NOT_DELETED));
    return db.first(found.projection(EventDocuments.READ)).map(EventDocuments::fromDocument);
  }

  @Override
  public Map<EventId, Event> findAll(Collection<EventId> ids) {
    return read(byId(ids));
  }

  /** Those that are there and not deleted. */
  public Map<EventId, Event> present(Collection<EventId> ids) {
    return read(and(byId(ids), NOT_DELETED));
  }

  private static Bson byId(Collection<EventId> ids) {
    List<String> distinct = ids.stream().map(EventId::value).distinct().toList();
    return distinct.size() == 1 ? eq(distinct.getFirst()) : in("_id", distinct);
  }

  /** One that makes no sense must not fail what is asked for the sake of others. */
  private Map<EventId, Event> read(Bson filter) {
    return db.list(db.events().find(filter).projection(EventDocuments.READ)).stream()
        .flatMap(document -> Fields.readable(document, EventDocuments::fromDocument))
        .collect(Collectors.toMap(Event::id, Function.identity()));
  }

  @Override
  public Page<Event> search(EventQuery query) {
    return new EventSearch(query).page(db.forLists());
  }

  @Override
  public Update update(Event changed) {
    Optional<Event> stored = find(changed.id()).filter(it -> it.version() == changed.version() - 1);
    if (stored.isEmpty()) {
      return new Update.Stale();
    }
    EventDetails before = stored.get().details();
    EventDetails after = changed.details();
    if (after.totalTickets() < before.totalTickets() || after.date().isBefore(before.date())) {
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
