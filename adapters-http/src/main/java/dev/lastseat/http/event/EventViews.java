package dev.lastseat.http.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lastseat.application.event.Availability;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.Question;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.json.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How events are shown. A component that is null is left out. */
final class EventViews {
  private EventViews() {}

  record AvailabilityView(
      int totalTickets, int availableTickets, int confirmedTickets, int heldTickets, String asOf) {}

  /** What those who listen are told. */
  record LiveView(
      @JsonUnwrapped AvailabilityView availability,
      boolean bookable,
      @Nullable String notBookableReason) {}

  /** What an admin may write of an event. */
  record EditableEvent(
      String name,
      String date,
      String timeZone,
      @Nullable String doorsAt,
      @Nullable String endsAt,
      @Nullable String salesFrom,
      @Nullable String salesUntil,
      @Nullable String publishAt,
      String venue,
      int totalTickets,
      BigDecimal price,
      String currency,
      int maxTicketsPerUser,
      @Nullable String confirmedBy,
      @Nullable Integer holdTtl,
      @Nullable String refundableUntil,
      @Nullable BigDecimal returnFee,
      @Nullable String returnFeePer,
      @Nullable String visitorsUntil,
      @Nullable List<QuestionView> questions,
      @Nullable List<ContingentView> contingents) {}

  /**
   * Places that only the box office sells; how much of them is sold is left out where it is edited.
   */
  record ContingentView(
      String name,
      int size,
      @Nullable String releaseAt,
      @Nullable Boolean released,
      @Nullable Integer sold,
      @Nullable Integer left) {
    static ContingentView of(Contingent contingent) {
      return new ContingentView(
          contingent.name(), contingent.size(), text(contingent.releaseAt()), null, null, null);
    }

    static ContingentView of(Availability.OfContingent shown) {
      Contingent contingent = shown.contingent();
      return new ContingentView(
          contingent.name(),
          contingent.size(),
          text(contingent.releaseAt()),
          shown.released(),
          shown.sold(),
          shown.left());
    }
  }

  /** What visitors are asked. */
  record QuestionView(
      String key, String text, String kind, boolean needed, @Nullable List<String> choices) {
    static QuestionView of(Question question) {
      List<String> choices = question.choices();
      return new QuestionView(
          question.key(),
          question.text(),
          question.kind().word(),
          question.needed(),
          choices.isEmpty() ? null : choices);
    }
  }

  /** When what happens, by the clocks where it takes place, with their offset from UTC. */
  record LocalTimes(
      String date,
      @Nullable String doorsAt,
      @Nullable String endsAt,
      @Nullable String salesFrom,
      @Nullable String salesUntil) {}

  record EventView(
      String id,
      String organiserId,
      @JsonUnwrapped EditableEvent details,
      LocalTimes local,
      String status,
      long version,
      String createdAt,
      String updatedAt,
      boolean bookable,
      @Nullable String notBookableReason,
      AvailabilityView availability) {}

  static AvailabilityView availability(Availability availability) {
    return new AvailabilityView(
        availability.totalTickets(),
        availability.availableTickets(),
        availability.confirmedTickets(),
        availability.heldTickets(),
        Times.text(availability.asOf()));
  }

  static LiveView live(EventWithAvailability shown) {
    return new LiveView(
        availability(shown.availability()),
        shown.notBookable().isEmpty(),
        shown.notBookable().map(Enum::name).orElse(null));
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

  /** The same of what the viewer is shown. */
  static String counts(EventWithAvailability shown, Optional<Principal> viewer) {
    return counts(shown) + contingents(shown, viewer);
  }

  /** Those at the box office are told what they can sell there; nobody else is told of it. */
  private static @Nullable List<ContingentView> contingents(
      EventWithAvailability shown, Optional<Principal> viewer) {
    var contingents = shown.availability().contingents();
    return contingents.isEmpty() || viewer.filter(shown.event()::isStaffedBy).isEmpty()
        ? null
        : contingents.stream().map(ContingentView::of).toList();
  }

  /** As it was written, so that what follows from other fields is left out. */
  static EditableEvent editable(Event event) {
    List<ContingentView> contingents =
        event.details().contingents().list().stream().map(ContingentView::of).toList();
    return editable(
        event, event.details().terms().confirmedBy(), contingents.isEmpty() ? null : contingents);
  }

  private static EditableEvent editable(
      Event event, Optional<ConfirmedBy> confirmedBy, @Nullable List<ContingentView> contingents) {
    EventDetails details = event.details();
    Schedule schedule = details.schedule();
    return new EditableEvent(
        details.name(),
        Times.text(details.date()),
        schedule.zone().getId(),
        text(schedule.doors()),
        text(schedule.ends()),
        text(schedule.salesFrom()),
        text(schedule.salesUntil()),
        text(schedule.publishAt()),
        details.venue(),
        details.totalTickets(),
        details.price().major(),
        details.price().currency().getCurrencyCode(),
        details.maxTicketsPerUser(),
        confirmedBy.map(ConfirmedBy::word).orElse(null),
        details.terms().holdTtl().map(ttl -> Math.toIntExact(ttl.toSeconds())).orElse(null),
        details.terms().refundableUntil().map(Times::text).orElse(null),
        details.terms().returnFee().map(fee -> fee.amount().major()).orElse(null),
        details.terms().returnFee().map(fee -> fee.per().word()).orElse(null),
        text(details.visitors().until()),
        questions(details.visitors()),
        contingents);
  }

  private static @Nullable List<QuestionView> questions(VisitorRules visitors) {
    List<QuestionView> questions = visitors.questions().stream().map(QuestionView::of).toList();
    return questions.isEmpty() ? null : questions;
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Times::text).orElse(null);
  }

  private static LocalTimes local(Schedule schedule) {
    return new LocalTimes(
        Times.local(schedule.begins(), schedule.zone()),
        local(schedule.doors(), schedule),
        local(schedule.ends(), schedule),
        local(schedule.salesFrom(), schedule),
        local(schedule.salesUntil(), schedule));
  }

  private static @Nullable String local(Optional<Instant> time, Schedule schedule) {
    return time.map(it -> Times.local(it, schedule.zone())).orElse(null);
  }

  static EventView event(EventWithAvailability shown, Optional<Principal> viewer) {
    Event event = shown.event();
    return new EventView(
        event.id().value(),
        event.organiser().value(),
        editable(event, Optional.of(event.details().confirmedBy()), contingents(shown, viewer)),
        local(event.details().schedule()),
        event.status().word(),
        event.version(),
        Times.text(event.createdAt()),
        Times.text(event.updatedAt()),
        shown.notBookable().isEmpty(),
        shown.notBookable().map(Enum::name).orElse(null),
        availability(shown.availability()));
  }
}
