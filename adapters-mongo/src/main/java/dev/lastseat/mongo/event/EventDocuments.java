package dev.lastseat.mongo.event;

import com.mongodb.client.model.Projections;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Events as documents of the collection {@code events}. */
public final class EventDocuments {
  static final String NAME = "name";
  static final String VENUE = "venue";
  static final String PRICE = "price";
  static final String CURRENCY = "currency";
  static final String PER_USER = "maxTicketsPerUser";
  static final String STATUS = "status";
  static final String VERSION = "version";
  static final String DATE = "date";
  static final String CREATED_AT = "createdAt";
  static final String NAME_SORTED = "nameSorted";
  static final String VENUE_KEY = "venueKey";
  static final String PRICE_RANK = "priceRank";
  static final String WORDS = "words";
  static final String TOTAL_TICKETS = "totalTickets";
  static final String DELETED = "deleted";

  /** Which change of several writes is under way, as a word of {@link Unfinished}. */
  static final String UNFINISHED = "unfinished";

  /** When that change began. */
  static final String SINCE = "unfinishedSince";

  /**
   * When it was cancelled or deleted; kept until no booking that somebody made meanwhile can turn
   * up any more.
   */
  public static final String ENDED_AT = "endedAt";

  /** All but what only searches look at. */
  static final Bson READ = Projections.exclude(WORDS, VENUE_KEY);

  private EventDocuments() {}

  public static Document toDocument(Event event) {
    return changeable(event)
        .append("_id", event.id().value())
        .append(CREATED_AT, event.createdAt())
        .append(DELETED, false);
  }

  /** All that a change may change. */
  static Document changeable(Event event) {
    Document document = details(event.details());
    return document
        .append(STATUS, event.status().word())
        .append(VERSION, event.version())
        .append("updatedAt", event.updatedAt());
  }

  private static Document details(EventDetails details) {
    return new Document(NAME, details.name())
        .append(NAME_SORTED, details.sortKey())
        .append(DATE, details.date())
        .append(VENUE, details.venue())
        .append(VENUE_KEY, details.venueKey())
        .append(WORDS, List.copyOf(details.words()))
        .append(TOTAL_TICKETS, details.totalTickets())
        .append(PRICE, details.price().minorUnits())
        .append(CURRENCY, details.price().currency().getCurrencyCode())
        .append(PRICE_RANK, details.price().tenThousandths())
        .append(PER_USER, details.maxTicketsPerUser());
  }

  static Event fromDocument(Document document) {
    Fields fields = new Fields(Database.EVENTS, document);
    return new Event(
        fields.text("_id", EventId::new),
        details(fields),
        fields.text(STATUS, word -> EventStatus.valueOf(word.toUpperCase(Locale.ROOT))),
        fields.number(VERSION, version -> version),
        fields.time(CREATED_AT),
        fields.time("updatedAt"));
  }

  private static EventDetails details(Fields fields) {
    String name = fields.text(NAME, text -> text);
    Instant date = fields.time(DATE);
    String venue = fields.text(VENUE, text -> text);
    int totalTickets = fields.integer(TOTAL_TICKETS);
    Money price = price(fields);
    int perUser = fields.integer(PER_USER);
    return fields.sensible(
        "details", () -> new EventDetails(name, date, venue, totalTickets, price, perUser));
  }

  private static Money price(Fields fields) {
    var currency = fields.text(CURRENCY, Money::currency);
    return fields.number(PRICE, minorUnits -> new Money(minorUnits, currency));
  }
}
