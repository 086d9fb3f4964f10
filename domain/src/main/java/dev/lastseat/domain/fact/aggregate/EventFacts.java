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
    EventDetails details = event.details();
    Schedule schedule = details.schedule();
    Terms terms = details.terms();
    return new FactFields()
        .with("organiser", event.organiser().value())
        .with("name", details.name())
        .with("date", schedule.begins())
        .with("timeZone", schedule.zone().getId())
        .with("doorsAt", schedule.doors())
        .with("endsAt", schedule.ends())
        .with("salesFrom", schedule.salesFrom())
        .with("salesUntil", schedule.salesUntil())
        .with("publishAt", schedule.publishAt())
        .with("venue", details.venue())
        .with("totalTickets", details.totalTickets())
        .money("price", details.price())
        .with("maxTicketsPerUser", details.maxTicketsPerUser())
        .with("confirmedBy", terms.confirmedBy())
        .with("holdTtl", terms.holdTtl().map(Duration::toSeconds))
        .with("refundableUntil", terms.refundableUntil())
        .with("returnFee", terms.returnFee().map(ReturnFee::text))
        .with("visitorsUntil", details.visitors().until())
        .with("questions", details.visitors().questionText())
        .with("contingents", details.contingents().text())
        .with("status", event.status())
        .with("createdAt", event.createdAt())
        .with("updatedAt", event.updatedAt())
        .texts();
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
