package dev.lastseat.http.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Question;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.returns.ReturnFee.Per;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads events from bodies. */
record EventBodies(Clock clock) {
  private static final String PUBLISHED = EventStatus.PUBLISHED.word();
  private static final List<String> FIRST = List.of(EventStatus.DRAFT.word(), PUBLISHED);
  private static final Currency DEFAULT_CURRENCY = Money.currency("EUR");

  /** The event to create, a draft unless it says that it is published. */
  CreateEvent.Command created(UserId organiser, ObjectNode json) {
    Fields body = Fields.of(json);
    boolean publish = body.choice("status", FIRST).filter(PUBLISHED::equals).isPresent();
    return new CreateEvent.Command(organiser, details(body, Optional.empty()), publish);
  }

  /** Who is to run the event. */
  static UserId organiser(ObjectNode json) {
    Fields body = Fields.of(json).require("organiserId");
    return body.requireGood(body.made("organiserId", UserId::new));
  }

  /** What the whole event is to be. Times that stay may have passed. */
  EventDetails replaced(Event event, ObjectNode json) {
    return details(Fields.of(json), Optional.of(event.details().schedule()));
  }

  /**
   * The event with a merge patch applied (RFC 7396): null takes a field away, which resets it where
   * it has a default.
   */
  EventDetails patched(Event event, ObjectNode patch) {
    ObjectNode merged = Json.tree(EventViews.EDITABLE.apply(event.details()));
    merged.setAll(patch);
    List<String> taken =
        patch.properties().stream()
            .filter(field -> field.getValue().isNull())
            .map(field -> field.getKey())
            .toList();
    return replaced(event, merged.without(taken));
  }

  private EventDetails details(Fields body, Optional<Schedule> now) {
    body.require("name", "date", "venue", "totalTickets", "price");
    Optional<String> name = body.line("name", EventDetails.MAX_TEXT);
    Optional<Schedule> schedule = schedule(body, now);
    Optional<String> venue = body.line("venue", EventDetails.MAX_TEXT);
    Optional<Integer> tickets = body.integer("totalTickets", 1, EventDetails.MAX_TICKETS);
    Optional<Money> price = price(body);
    int perUser =
        body.integer("maxTicketsPerUser", 1, EventDetails.MAX_PER_USER)
            .orElse(EventDetails.DEFAULT_PER_USER);
    Optional<Terms> terms = terms(body, price);
    Optional<VisitorRules> visitors = visitors(body);
    Optional<Contingents> contingents = contingents(body, tickets);
    body.requireGood();
    return new EventDetails(
        name.orElseThrow(),
        schedule.orElseThrow(),
        venue.orElseThrow(),
        tickets.orElseThrow(),
        price.orElseThrow(),
        perUser,
        terms.orElseThrow(),
        visitors.orElseThrow(),
        contingents.orElseThrow());
  }

  private static Optional<Contingents> contingents(Fields body, Optional<Integer> tickets) {
    List<Contingent> list = body.items("contingents", Contingents.MAX, EventBodies::contingent);
    Optional<Contingents> contingents = body.composed(() -> new Contingents(list));
    int last = contingents.map(Contingents::last).orElse(0);
    if (tickets.filter(total -> total < last).isPresent()) {
      body.error("totalTickets", "must be at least the " + last + " of the contingents");
    }
    return contingents;
  }

  private static Optional<Contingent> contingent(Fields item) {
    item.require("name", "size");
    Optional<String> name = item.text("name");
    Optional<Integer> size = item.integer("size", 1, EventDetails.MAX_TICKETS);
    Optional<Instant> releaseAt = item.instant("releaseAt");
    return item.composed(() -> new Contingent(name.orElseThrow(), size.orElseThrow(), releaseAt));
  }

  private static Optional<VisitorRules> visitors(Fields body) {
    Optional<Instant> until = body.instant("visitorsUntil");
    List<Question> questions =
        body.items("questions", VisitorRules.MAX_QUESTIONS, EventBodies::question);
    return body.composed(() -> new VisitorRules(until, questions));
  }

  private static Optional<Question> question(Fields item) {
    item.require("key", "text", "kind");
    Optional<String> key = item.text("key");
    Optional<String> text = item.text("text");
    Optional<Question.Kind> kind = item.constant("kind", Question.Kind.class);
    boolean needed = item.flag("needed").orElse(false);
    Set<String> choices = item.set("choices", Question.MAX_CHOICES, choice -> choice);
    return item.composed(
        () ->
            new Question(
                key.orElseThrow(),
                text.orElseThrow(),
                kind.orElseThrow(),
                needed,
                List.copyOf(choices)));
  }

  private static Optional<Terms> terms(Fields body, Optional<Money> price) {
    var confirmedBy = body.constant("confirmedBy", ConfirmedBy.class);
    var holdTtl = body.integer("holdTtl", 1, Terms.MAX_HOLD).map(Duration::ofSeconds);
    var refundableUntil = body.instant("refundableUntil");
    var returnFee = returnFee(body, price);
    return body.composed(() -> new Terms(confirmedBy, holdTtl, refundableUntil, returnFee));
  }

  private static Optional<ReturnFee> returnFee(Fields body, Optional<Money> price) {
    Optional<BigDecimal> amount = body.amount("returnFee");
    Optional<Per> per = body.constant("returnFeePer", Per.class);
    if (per.isPresent() && !body.has("returnFee")) {
      body.error("returnFeePer", "goes with a returnFee");
    }
    return body.composed(
        () ->
            ReturnFee.of(
                amount.orElseThrow(), price.orElseThrow().currency(), per.orElse(Per.TICKET)));
  }

  private Optional<Schedule> schedule(Fields body, Optional<Schedule> now) {
    Optional<Instant> date = timeToCome(body, "date", now.map(Schedule::begins));
    Optional<Instant> publishAt = timeToCome(body, "publishAt", now.flatMap(Schedule::publishAt));
    Optional<ZoneId> zone = body.made("timeZone", Schedule::zone);
    Optional<Instant> doors = body.instant("doorsAt");
    Optional<Instant> ends = body.instant("endsAt");
    Optional<Instant> salesFrom = body.instant("salesFrom");
    Optional<Instant> salesUntil = body.instant("salesUntil");
    return body.composed(
        () ->
            new Schedule(
                date.orElseThrow(),
                zone.orElse(Schedule.DEFAULT_ZONE),
                doors,
                ends,
                salesFrom,
                salesUntil,
                publishAt));
  }

  /** One that stays as it is {@code now} may have passed. */
  private Optional<Instant> timeToCome(Fields body, String name, Optional<Instant> now) {
    Optional<Instant> time = body.instant(name);
    if (!time.equals(now) && time.filter(it -> !it.isAfter(clock.instant())).isPresent()) {
      body.error(name, "must be in the future");
    }
    return time;
  }

  /** An amount of its currency, which has the decimals of that currency. */
  private static Optional<Money> price(Fields body) {
    Optional<BigDecimal> amount = body.amount("price");
    Optional<Currency> currency =
        body.has("currency")
            ? body.made("currency", Money::currency)
            : Optional.of(DEFAULT_CURRENCY);
    return body.composed(() -> Money.ofMajor(amount.orElseThrow(), currency.orElseThrow()));
  }
}
