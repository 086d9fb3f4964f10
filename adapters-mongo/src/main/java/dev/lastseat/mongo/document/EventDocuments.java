package dev.lastseat.mongo.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.stored.StoredEvents;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Events as documents of the collection {@code events}. Besides what is mapped here, {@code
 * unfinished} says which change of several writes is under way, and {@code unfinishedSince} when it
 * began; {@code endedAt} is when the event was cancelled or deleted, kept until no booking that
 * somebody made meanwhile can turn up any more; {@code changing} is when somebody was about to
 * change it, as long as they have not.
 */
public final class EventDocuments {
  /** All but what only searches and the relay of facts look at. */
  public static final Bson READ =
      Projections.exclude("words", "venueKey", "facts", "factsBefore", "unrelayed");

  public static final Bson NOT_DELETED = eq("deleted", false);

  public static final String CHANGING = "changing";

  private EventDocuments() {}

  public static Bson byId(Collection<EventId> ids) {
    List<String> distinct = ids.stream().map(EventId::value).distinct().toList();
    return distinct.size() == 1 ? eq(distinct.getFirst()) : in("_id", distinct);
  }

  /** With the fact that it was created, by whoever acts in this thread. */
  public static Document toDocument(Event event) {
    Document document =
        changeable(event)
            .append("_id", event.id().value())
            .append("createdAt", event.createdAt())
            .append("deleted", false);
    return EmbeddedFacts.first(document, EventFacts.created(event));
  }

  /** All that a change may change. */
  public static Document changeable(Event event) {
    return DocumentFields.whole(StoredEvents.changeable(event))
        .append("words", List.copyOf(event.details().words()));
  }

  /** One that makes no sense must not fail what is asked for the sake of others. */
  public static Map<EventId, Event> readable(Collection<Document> events) {
    return DocumentFields.readable(events, EventDocuments::fromDocument).stream()
        .collect(Collectors.toMap(Event::id, Function.identity()));
  }

  public static Event fromDocument(Document document) {
    return StoredEvents.event(new DocumentFields("events", document));
  }
}
