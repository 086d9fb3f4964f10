package dev.lastseat.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/**
 * Reads events by their ids, in one question. One that makes no sense is reported and left out, for
 * it must not fail what is asked for the sake of others.
 */
public record EventReads(Database db) {
  static final Bson NOT_DELETED = eq(EventDocuments.DELETED, false);

  /** Those that are there and not deleted. */
  public Map<EventId, Event> find(Collection<EventId> ids) {
    return read(and(byId(ids), NOT_DELETED));
  }

  Map<EventId, Event> findDeletedToo(Collection<EventId> ids) {
    return read(byId(ids));
  }

  private static Bson byId(Collection<EventId> ids) {
    List<String> distinct = ids.stream().map(EventId::value).distinct().toList();
    return distinct.size() == 1 ? eq(distinct.getFirst()) : in("_id", distinct);
  }

  private Map<EventId, Event> read(Bson filter) {
    Map<EventId, Event> found = new HashMap<>();
    db.events().find(filter).projection(EventDocuments.READ).into(new ArrayList<>()).stream()
        .flatMap(document -> Fields.readable(document, EventDocuments::fromDocument))
        .forEach(event -> found.put(event.id(), event));
    return found;
  }
}
