package dev.lastseat.mongo.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.engine.Fields;
import dev.lastseat.mongo.fact.EmbeddedFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    EventDetails details = event.details();
    Schedule schedule = details.schedule();
    return new Document("organiser", event.organiser().value())
        .append("name", details.name())
        .append("nameSorted", details.sortKey())
        .append("date", schedule.begins())
        .append("day", schedule.day().toEpochDay())
        .append("timeZone", schedule.zone().getId())
        .append("doorsAt", schedule.doors().orElse(null))
        .append("endsAt", schedule.ends().orElse(null))
        .append("salesFrom", schedule.salesFrom().orElse(null))
        .append("salesUntil", schedule.salesUntil().orElse(null))
        .append("publishAt", schedule.publishAt().orElse(null))
        .append("venue", details.venue())
        .append("venueKey", details.venueKey())
        .append("words", List.copyOf(details.words()))
        .append("totalTickets", details.totalTickets())
        .append("price", details.price().minorUnits())
        .append("currency", details.price().currency().getCurrencyCode())
        .append("priceRank", details.price().tenThousandths())
        .append("maxTicketsPerUser", details.maxTicketsPerUser())
        .append("confirmedBy", details.terms().confirmedBy().map(ConfirmedBy::word).orElse(null))
        .append("holdTtl", details.terms().holdTtl().map(Duration::toSeconds).orElse(null))
        .append("refundableUntil", details.terms().refundableUntil().orElse(null))
        .append("returnFee", details.terms().returnFee().map(ReturnFee::text).orElse(null))
        .append("visitorsUntil", details.visitors().until().orElse(null))
        .append("questions", details.visitors().questionText())
        .append("contingents", details.contingents().text())
        .append("status", event.status().word())
        .append("version", event.version())
        .append("updatedAt", event.updatedAt());
  }

  /** One that makes no sense must not fail what is asked for the sake of others. */
  public static Map<EventId, Event> readable(Collection<Document> events) {
    return events.stream()
        .flatMap(document -> Fields.readable(document, EventDocuments::fromDocument))
        .collect(Collectors.toMap(Event::id, Function.identity()));
  }

  public static Event fromDocument(Document document) {
    Fields fields = new Fields("events", document);
    return new Event(
        fields.text("_id", EventId::new),
        fields.text("organiser", UserId::new),
        details(fields),
        fields.word("status", EventStatus.class),
        fields.number("version"),
        fields.time("createdAt"),
        fields.time("updatedAt"));
  }

  private static EventDetails details(Fields fields) {
    String name = fields.text("name");
    Schedule schedule = schedule(fields);
    String venue = fields.text("venue");
    int totalTickets = fields.integer("totalTickets");
    var currency = fields.text("currency", Money::currency);
    Money price = fields.number("price", minorUnits -> new Money(minorUnits, currency));
    int perUser = fields.integer("maxTicketsPerUser");
    Terms terms = terms(fields, currency);
    VisitorRules visitors = visitors(fields);
    Contingents contingents = fields.text("contingents", Contingents::parse);
    return fields.sensible(
        "details",
        () ->
            new EventDetails(
                name, schedule, venue, totalTickets, price, perUser, terms, visitors, contingents));
  }

  private static VisitorRules visitors(Fields fields) {
    Optional<Instant> until = fields.optionalTime("visitorsUntil");
    return fields.text("questions", text -> VisitorRules.of(until, Optional.of(text)));
  }

  private static Schedule schedule(Fields fields) {
    Instant begins = fields.time("date");
    ZoneId zone = fields.text("timeZone", Schedule::zone);
    Optional<Instant> doors = fields.optionalTime("doorsAt");
    Optional<Instant> ends = fields.optionalTime("endsAt");
    Optional<Instant> salesFrom = fields.optionalTime("salesFrom");
    Optional<Instant> salesUntil = fields.optionalTime("salesUntil");
    Optional<Instant> publishAt = fields.optionalTime("publishAt");
    return fields.sensible(
        "date", () -> new Schedule(begins, zone, doors, ends, salesFrom, salesUntil, publishAt));
  }

  private static Terms terms(Fields fields, Currency currency) {
    var confirmedBy = fields.optionalText("confirmedBy").map(ConfirmedBy::of);
    var holdTtl = fields.optionalNumber("holdTtl").map(Duration::ofSeconds);
    var refundableUntil = fields.optionalTime("refundableUntil");
    var returnFee =
        fields.sensible(
            "returnFee",
            () -> fields.optionalText("returnFee").map(text -> ReturnFee.parse(text, currency)));
    return fields.sensible(
        "holdTtl", () -> new Terms(confirmedBy, holdTtl, refundableUntil, returnFee));
  }
}
