package dev.lastseat.mongo.event;

import com.mongodb.client.model.Projections;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.EventFacts;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Fields;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Events as documents of the collection {@code events}. Besides what is mapped here, {@code
 * unfinished} says which change of several writes is under way, and {@code unfinishedSince} when it
 * began; {@code endedAt} is when the event was cancelled or deleted, kept until no booking that
 * somebody made meanwhile can turn up any more.
 */
public final class EventDocuments {
  /** All but what only searches and the relay of facts look at. */
  static final Bson READ =
      Projections.exclude("words", "venueKey", "facts", "factsBefore", "unrelayed");

  private EventDocuments() {}

  /** With the fact that it was created, by whoever acts in this thread. */
  public static Document toDocument(Event event) {
    Document document =
        changeable(event)
            .append("_id", event.id().value())
            .append("organiser", event.organiser().value())
            .append("createdAt", event.createdAt())
            .append("deleted", false);
    return EmbeddedFacts.first(document, EventFacts.created(event));
  }

  /** All that a change may change. */
  static Document changeable(Event event) {
    EventDetails details = event.details();
    return new Document("name", details.name())
        .append("nameSorted", details.sortKey())
        .append("date", details.date())
        .append("venue", details.venue())
        .append("venueKey", details.venueKey())
        .append("words", List.copyOf(details.words()))
        .append("totalTickets", details.totalTickets())
        .append("price", details.price().minorUnits())
        .append("currency", details.price().currency().getCurrencyCode())
        .append("priceRank", details.price().tenThousandths())
        .append("maxTicketsPerUser", details.maxTicketsPerUser())
        .append("status", event.status().word())
        .append("version", event.version())
        .append("updatedAt", event.updatedAt());
  }

  static Event fromDocument(Document document) {
    Fields fields = new Fields("events", document);
    return new Event(
        fields.text("_id", EventId::new),
        fields.text("organiser", UserId::new),
        details(fields),
        fields.word("status", EventStatus.class),
        fields.number("version", version -> version),
        fields.time("createdAt"),
        fields.time("updatedAt"));
  }

  private static EventDetails details(Fields fields) {
    String name = fields.text("name", text -> text);
    Instant date = fields.time("date");
    String venue = fields.text("venue", text -> text);
    int totalTickets = fields.integer("totalTickets");
    var currency = fields.text("currency", Money::currency);
    Money price = fields.number("price", minorUnits -> new Money(minorUnits, currency));
    int perUser = fields.integer("maxTicketsPerUser");
    return fields.sensible(
        "details", () -> new EventDetails(name, date, venue, totalTickets, price, perUser));
  }
}
