package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events as facts tell them. The version of an event is that of its latest fact. */
public final class EventFacts {
  private EventFacts() {}

  /** A new event. */
  public static Change created(Event event) {
    return Change.of(
        StreamId.of(event.id()), FactKind.EVENT_CREATED, event.createdAt(), fields(event));
  }

  /** An event taken from one version to the next. */
  public static Change changed(Event from, Event to) {
    FactKind kind = from.status() == to.status() ? FactKind.EVENT_CHANGED : kind(to.status());
    return Change.between(StreamId.of(to.id()), kind, to.updatedAt(), fields(from), fields(to));
  }

  private static FactKind kind(EventStatus reached) {
    return switch (reached) {
      case DRAFT -> FactKind.EVENT_CHANGED;
      case PUBLISHED -> FactKind.EVENT_PUBLISHED;
      case CANCELLED -> FactKind.EVENT_CANCELLED;
      case COMPLETED -> FactKind.EVENT_COMPLETED;
    };
  }

  /** An event that nobody finds any more, but for bookings that remember it. */
  public static Change deleted(EventId event, Instant at) {
    return Change.of(StreamId.of(event), FactKind.EVENT_DELETED, at, "deletedAt", at.toString());
  }

  /** All that there is to know of an event, but for its version. */
  public static SortedMap<String, String> fields(Event event) {
    SortedMap<String, String> fields = new TreeMap<>();
    EventDetails details = event.details();
    fields.put("organiser", event.organiser().value());
    fields.put("name", details.name());
    putSchedule(fields, details.schedule());
    fields.put("venue", details.venue());
    fields.put("totalTickets", Integer.toString(details.totalTickets()));
    fields.put("price", details.price().major().toPlainString());
    fields.put("currency", details.price().currency().getCurrencyCode());
    fields.put("maxTicketsPerUser", Integer.toString(details.maxTicketsPerUser()));
    putTerms(fields, details.terms());
    putVisitors(fields, details.visitors());
    if (!details.contingents().list().isEmpty()) {
      fields.put("contingents", details.contingents().text());
    }
    fields.put("status", event.status().word());
    fields.put("createdAt", event.createdAt().toString());
    fields.put("updatedAt", event.updatedAt().toString());
    return fields;
  }

  private static void putSchedule(SortedMap<String, String> fields, Schedule schedule) {
    fields.put("date", schedule.begins().toString());
    fields.put("timeZone", schedule.zone().getId());
    schedule.doors().ifPresent(at -> fields.put("doorsAt", at.toString()));
    schedule.ends().ifPresent(at -> fields.put("endsAt", at.toString()));
    schedule.salesFrom().ifPresent(at -> fields.put("salesFrom", at.toString()));
    schedule.salesUntil().ifPresent(at -> fields.put("salesUntil", at.toString()));
    schedule.publishAt().ifPresent(at -> fields.put("publishAt", at.toString()));
  }

  private static Schedule schedule(StreamState state) {
    return new Schedule(
        state.time("date"),
        Schedule.zone(state.text("timeZone")),
        state.optionalTime("doorsAt"),
        state.optionalTime("endsAt"),
        state.optionalTime("salesFrom"),
        state.optionalTime("salesUntil"),
        state.optionalTime("publishAt"));
  }

  private static void putTerms(SortedMap<String, String> fields, Terms terms) {
    terms.confirmedBy().ifPresent(who -> fields.put("confirmedBy", who.word()));
    terms.holdTtl().ifPresent(ttl -> fields.put("holdTtl", Long.toString(ttl.toSeconds())));
    terms.refundableUntil().ifPresent(end -> fields.put("refundableUntil", end.toString()));
    terms.returnFee().ifPresent(fee -> fields.put("returnFee", fee.text()));
  }

  private static void putVisitors(SortedMap<String, String> fields, VisitorRules visitors) {
    visitors.until().ifPresent(end -> fields.put("visitorsUntil", end.toString()));
    if (!visitors.questions().isEmpty()) {
      fields.put("questions", visitors.questionText());
    }
  }

  private static Terms terms(StreamState state) {
    return new Terms(
        state.optionalText("confirmedBy").map(ConfirmedBy::of),
        state.optionalText("holdTtl").map(text -> Duration.ofSeconds(Long.parseLong(text))),
        state.optionalTime("refundableUntil"),
        state
            .optionalText("returnFee")
            .map(text -> ReturnFee.parse(text, Money.currency(state.text("currency")))));
  }

  /**
   * The event that its facts tell of.
   *
   * @throws IllegalArgumentException when they tell of none
   */
  public static Event event(EventId id, StreamState state) {
    return new Event(
        id,
        new UserId(state.text("organiser")),
        new EventDetails(
            state.text("name"),
            schedule(state),
            state.text("venue"),
            Integer.parseInt(state.text("totalTickets")),
            state.money("price"),
            Integer.parseInt(state.text("maxTicketsPerUser")),
            terms(state),
            VisitorRules.of(state.optionalTime("visitorsUntil"), state.optionalText("questions")),
            state.optionalText("contingents").map(Contingents::parse).orElse(Contingents.NONE)),
        Spelled.parse(EventStatus.class, state.text("status")),
        state.version(),
        state.time("createdAt"),
        state.time("updatedAt"));
  }
}
