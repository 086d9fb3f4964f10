package dev.lastseat.domain.stored;

import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingents;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Events of what is stored of them. */
public final class StoredEvents {
  private StoredEvents() {}

  public static Event event(Fields event) {
    return new Event(
        event.text("id", EventId::new),
        event.text("organiser", UserId::new),
        event.sensible("details", () -> details(event)),
        event.word("status", EventStatus.class),
        event.number("version"),
        event.time("createdAt"),
        event.time("updatedAt"));
  }

  private static EventDetails details(Fields event) {
    return new EventDetails(
        event.text("name"),
        event.sensible("date", () -> schedule(event)),
        event.text("venue"),
        event.integer("totalTickets"),
        event.money("price"),
        event.integer("maxTicketsPerUser"),
        event.sensible("holdTtl", () -> terms(event)),
        visitors(event),
        event.text("contingents", Contingents::parse));
  }

  private static Schedule schedule(Fields event) {
    return new Schedule(
        event.time("date"),
        event.text("timeZone", Schedule::zone),
        event.optionalTime("doorsAt"),
        event.optionalTime("endsAt"),
        event.optionalTime("salesFrom"),
        event.optionalTime("salesUntil"),
        event.optionalTime("publishAt"));
  }

  private static Terms terms(Fields event) {
    Currency currency = event.text("currency", Money::currency);
    return new Terms(
        event.optionalText("confirmedBy", ConfirmedBy::of),
        event.optionalNumber("holdTtl").map(Duration::ofSeconds),
        event.optionalTime("refundableUntil"),
        event.optionalText("returnFee", text -> ReturnFee.parse(text, currency)));
  }

  private static VisitorRules visitors(Fields event) {
    Optional<Instant> until = event.optionalTime("visitorsUntil");
    return event.text("questions", text -> VisitorRules.of(until, Optional.of(text)));
  }

  /** All that may change of it, but its words. */
  public static Values changeable(Event event) {
    EventDetails details = event.details();
    Schedule schedule = details.schedule();
    return new Values()
        .with("organiser", event.organiser().value())
        .with("name", details.name())
        .with("nameSorted", details.sortKey())
        .with("date", schedule.begins())
        .with("day", schedule.day().toEpochDay())
        .with("timeZone", schedule.zone().getId())
        .with("doorsAt", schedule.doors())
        .with("endsAt", schedule.ends())
        .with("salesFrom", schedule.salesFrom())
        .with("salesUntil", schedule.salesUntil())
        .with("publishAt", schedule.publishAt())
        .with("venue", details.venue())
        .with("venueKey", details.venueKey())
        .with("totalTickets", details.totalTickets())
        .with("price", details.price().minorUnits())
        .with("currency", details.price().currency().getCurrencyCode())
        .with("priceRank", details.price().tenThousandths())
        .with("maxTicketsPerUser", details.maxTicketsPerUser())
        .with("confirmedBy", details.terms().confirmedBy().map(ConfirmedBy::word))
        .with("holdTtl", details.terms().holdTtl().map(Duration::toSeconds))
        .with("refundableUntil", details.terms().refundableUntil())
        .with("returnFee", details.terms().returnFee().map(ReturnFee::text))
        .with("visitorsUntil", details.visitors().until())
        .with("questions", details.visitors().questionText())
        .with("contingents", details.contingents().text())
        .with("status", event.status().word())
        .with("version", event.version())
        .with("updatedAt", event.updatedAt());
  }
}
