package dev.lastseat.http.event;

import dev.lastseat.application.api.Times;
import dev.lastseat.application.event.Availability;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.Question;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.returns.ReturnFee;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.json.View;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.SharedLookups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How events are shown. */
final class EventViews {
  static final View<Availability> AVAILABILITY =
      new View<Availability>()
          .field("totalTickets", Availability::totalTickets)
          .field("availableTickets", Availability::availableTickets)
          .field("confirmedTickets", Availability::confirmedTickets)
          .field("heldTickets", Availability::heldTickets)
          .field("asOf", Availability::asOf);

  private static final View<EventWithAvailability> BOOKABLE =
      new View<EventWithAvailability>()
          .field("bookable", shown -> shown.notBookable().isEmpty())
          .field("notBookableReason", shown -> shown.notBookable().map(Enum::name));

  private static final View<EventWithAvailability> LIVE =
      new View<EventWithAvailability>()
          .all(EventWithAvailability::availability, AVAILABILITY)
          .all(it -> it, BOOKABLE);

  private static final View<Contingent> CONTINGENT =
      new View<Contingent>()
          .field("name", Contingent::name)
          .field("size", Contingent::size)
          .field("releaseAt", Contingent::releaseAt);

  private static final View<Availability.OfContingent> SOLD_OF_CONTINGENT =
      new View<Availability.OfContingent>()
          .all(Availability.OfContingent::contingent, CONTINGENT)
          .field("released", Availability.OfContingent::released)
          .field("sold", Availability.OfContingent::sold)
          .field("left", Availability.OfContingent::left);

  /** What visitors are asked. */
  private static final View<Question> QUESTION =
      new View<Question>()
          .field("key", Question::key)
          .field("text", Question::text)
          .field("kind", Question::kind)
          .field("needed", Question::needed)
          .field("choices", question -> some(question.choices()));

  private static final View<EventDetails> OFFER =
      new View<EventDetails>()
          .field("name", EventDetails::name)
          .field("date", EventDetails::date)
          .field("timeZone", details -> details.schedule().zone().getId())
          .field("doorsAt", details -> details.schedule().doors())
          .field("endsAt", details -> details.schedule().ends())
          .field("salesFrom", details -> details.schedule().salesFrom())
          .field("salesUntil", details -> details.schedule().salesUntil())
          .field("publishAt", details -> details.schedule().publishAt())
          .field("venue", EventDetails::venue)
          .field("totalTickets", EventDetails::totalTickets)
          .field("price", details -> details.price().major())
          .field("currency", details -> details.price().currency().getCurrencyCode())
          .field("maxTicketsPerUser", EventDetails::maxTicketsPerUser);

  private static final View<EventDetails> RULES =
      new View<EventDetails>()
          .field("holdTtl", details -> details.terms().holdTtl().map(Duration::toSeconds))
          .field("refundableUntil", details -> details.terms().refundableUntil())
          .field("returnFee", details -> details.terms().returnFee().map(it -> it.amount().major()))
          .field("returnFeePer", details -> details.terms().returnFee().map(ReturnFee::per))
          .field("visitorsUntil", details -> details.visitors().until())
          .field("questions", details -> some(QUESTION.each(details.visitors().questions())));

  /** What may be written, as it was written, so that what follows from other fields is left out. */
  static final View<EventDetails> EDITABLE =
      OFFER
          .field("confirmedBy", details -> details.terms().confirmedBy())
          .all(it -> it, RULES)
          .field("contingents", details -> some(CONTINGENT.each(details.contingents().list())));

  /** When what happens, by the clocks where it takes place, with their offset from UTC. */
  private static final View<Schedule> LOCAL =
      new View<Schedule>()
          .field("date", schedule -> Times.local(schedule.begins(), schedule.zone()))
          .field("doorsAt", schedule -> local(schedule.doors(), schedule))
          .field("endsAt", schedule -> local(schedule.ends(), schedule))
          .field("salesFrom", schedule -> local(schedule.salesFrom(), schedule))
          .field("salesUntil", schedule -> local(schedule.salesUntil(), schedule));

  private static final View<Event> EVENT =
      new View<Event>()
          .field("local", event -> LOCAL.apply(event.details().schedule()))
          .field("status", Event::status)
          .field("version", Event::version)
          .field("createdAt", Event::createdAt)
          .field("updatedAt", Event::updatedAt);

  private static final View<ForViewer> FOR_VIEWER =
      new View<ForViewer>()
          .field("id", it -> it.shown.event().id().value())
          .field("organiserId", it -> it.shown.event().organiser().value())
          .all(ForViewer::details, OFFER)
          .field("confirmedBy", it -> it.details().confirmedBy())
          .all(ForViewer::details, RULES)
          .field("contingents", it -> some(SOLD_OF_CONTINGENT.each(it.contingents())))
          .all(it -> it.shown.event(), EVENT)
          .all(ForViewer::shown, BOOKABLE)
          .field("availability", it -> AVAILABILITY.apply(it.shown.availability()));

  private EventViews() {}

  private record ForViewer(EventWithAvailability shown, Optional<Principal> viewer) {
    EventDetails details() {
      return shown.event().details();
    }

    /** Those at the box office are told what they can sell there; nobody else is told of it. */
    List<Availability.OfContingent> contingents() {
      return viewer.filter(shown.event()::isStaffedBy).isPresent()
          ? shown.availability().contingents()
          : List.of();
    }
  }

  static Map<String, Object> event(EventWithAvailability shown, Optional<Principal> viewer) {
    return FOR_VIEWER.apply(new ForViewer(shown, viewer));
  }

  /** All that is shown to everybody of an event beside its version, but when that was counted. */
  static String counts(EventWithAvailability shown) {
    Availability availability = shown.availability();
    return List.of(
            availability.availableTickets(),
            availability.confirmedTickets(),
            availability.heldTickets(),
            shown.notBookable())
        .toString();
  }

  /** Availability, for those who listen to it. */
  static SharedLookups<EventId, EventWithAvailability> live(
      Function<EventId, Optional<EventWithAvailability>> find) {
    return new SharedLookups<>(
        find,
        shown -> List.of(shown.availability().totalTickets(), counts(shown)),
        shown -> Message.of("availability", LIVE.apply(shown)));
  }

  /** The same of what the viewer is shown. */
  static String counts(EventWithAvailability shown, Optional<Principal> viewer) {
    return counts(shown) + new ForViewer(shown, viewer).contingents();
  }

  private static <T> Optional<List<T>> some(List<T> list) {
    return Optional.of(list).filter(it -> !it.isEmpty());
  }

  private static Optional<String> local(Optional<Instant> time, Schedule schedule) {
    return time.map(it -> Times.local(it, schedule.zone()));
  }
}
