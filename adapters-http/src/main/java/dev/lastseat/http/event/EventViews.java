package dev.lastseat.http.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lastseat.application.event.Availability;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.http.json.Times;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How events are shown. A component that is null is left out. */
final class EventViews {
  private EventViews() {}

  record AvailabilityView(
      int totalTickets, int availableTickets, int confirmedTickets, int heldTickets, String asOf) {}

  /** What an admin may write of an event. */
  record EditableEvent(
      String name,
      String date,
      String venue,
      int totalTickets,
      BigDecimal price,
      String currency,
      int maxTicketsPerUser) {}

  record EventView(
      String id,
      String organiserId,
      @JsonUnwrapped EditableEvent details,
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

  /** All that is shown of an event beside its version, but when that was counted. */
  static String counts(EventWithAvailability shown) {
    Availability availability = shown.availability();
    return List.of(
            availability.availableTickets(),
            availability.confirmedTickets(),
            availability.heldTickets(),
            shown.notBookable())
        .toString();
  }

  static EditableEvent editable(Event event) {
    EventDetails details = event.details();
    return new EditableEvent(
        details.name(),
        Times.text(details.date()),
        details.venue(),
        details.totalTickets(),
        details.price().major(),
        details.price().currency().getCurrencyCode(),
        details.maxTicketsPerUser());
  }

  static EventView event(EventWithAvailability shown) {
    Event event = shown.event();
    return new EventView(
        event.id().value(),
        event.organiser().value(),
        editable(event),
        event.status().word(),
        event.version(),
        Times.text(event.createdAt()),
        Times.text(event.updatedAt()),
        shown.notBookable().isEmpty(),
        shown.notBookable().map(Enum::name).orElse(null),
        availability(shown.availability()));
  }
}
