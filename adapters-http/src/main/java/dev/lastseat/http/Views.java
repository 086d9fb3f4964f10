package dev.lastseat.http;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.event.Availability;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.application.user.SignedIn;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.user.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How things are shown. A component that is null is left out. */
final class Views {
  private Views() {}

  record UserView(String id, String email, String name, String role, String createdAt) {}

  record SignedInView(
      UserView user, String accessToken, String accessTokenExpiresAt, String refreshToken) {}

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
      String name,
      String date,
      String venue,
      int totalTickets,
      BigDecimal price,
      String currency,
      int maxTicketsPerUser,
      String status,
      long version,
      String createdAt,
      String updatedAt,
      @Nullable AvailabilityView availability) {}

  record ShortEvent(String name, String date, String venue) {}

  record BookingView(
      String id,
      String eventId,
      String userId,
      @Nullable String orderId,
      String ticketNumber,
      int quantity,
      List<Integer> places,
      String status,
      BigDecimal unitPrice,
      BigDecimal totalPrice,
      String currency,
      String bookingDate,
      @Nullable String expiresAt,
      @Nullable String confirmedAt,
      @Nullable String cancelledAt,
      @Nullable String cancellationReason,
      @Nullable ShortEvent event) {}

  static UserView user(User user) {
    return new UserView(
        user.id().value(),
        user.email().value(),
        user.name(),
        user.role().word(),
        user.createdAt().toString());
  }

  static SignedInView signedIn(SignedIn signedIn) {
    return new SignedInView(
        user(signedIn.user()),
        signedIn.accessToken().value(),
        signedIn.accessToken().expiresAt().toString(),
        signedIn.refreshToken().value());
  }

  static AvailabilityView availability(Availability availability) {
    return new AvailabilityView(
        availability.totalTickets(),
        availability.availableTickets(),
        availability.confirmedTickets(),
        availability.heldTickets(),
        availability.asOf().toString());
  }

  static EditableEvent editable(Event event) {
    EventDetails details = event.details();
    return new EditableEvent(
        details.name(),
        details.date().toString(),
        details.venue(),
        details.totalTickets(),
        details.price().major(),
        details.price().currency().getCurrencyCode(),
        details.maxTicketsPerUser());
  }

  static EventView event(EventWithAvailability shown) {
    return event(shown.event(), availability(shown.availability()));
  }

  static EventView event(Event event, @Nullable AvailabilityView availability) {
    EditableEvent editable = editable(event);
    return new EventView(
        event.id().value(),
        editable.name(),
        editable.date(),
        editable.venue(),
        editable.totalTickets(),
        editable.price(),
        editable.currency(),
        editable.maxTicketsPerUser(),
        event.status().word(),
        event.version(),
        event.createdAt().toString(),
        event.updatedAt().toString(),
        availability);
  }

  static BookingView booking(BookingWithEvent shown) {
    Booking booking = shown.booking();
    BookingDetails details = booking.details();
    return new BookingView(
        details.id().value(),
        details.eventId().value(),
        details.userId().value(),
        details.order().map(OrderId::value).orElse(null),
        details.ticketNumber().value(),
        details.quantity().tickets(),
        booking instanceof Booking.Live live ? live.claim().places().ordinals() : List.of(),
        BookingStatus.of(booking).word(),
        details.unitPrice().major(),
        details.totalPrice().major(),
        details.unitPrice().currency().getCurrencyCode(),
        details.bookedAt().toString(),
        booking instanceof Booking.Pending hold ? hold.expiresAt().toString() : null,
        text(confirmedAt(booking)),
        booking instanceof Booking.Cancelled cancelled ? cancelled.cancelledAt().toString() : null,
        booking instanceof Booking.Cancelled cancelled ? cancelled.reason().text() : null,
        shown.event().map(event -> shortened(event.details())).orElse(null));
  }

  private static ShortEvent shortened(EventDetails event) {
    return new ShortEvent(event.name(), event.date().toString(), event.venue());
  }

  private static Optional<Instant> confirmedAt(Booking booking) {
    return switch (booking) {
      case Booking.Confirmed confirmed -> Optional.of(confirmed.confirmedAt());
      case Booking.Cancelled cancelled -> cancelled.confirmedAt();
      case Booking.Pending _, Booking.Expired _ -> Optional.empty();
    };
  }

  private static @Nullable String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }
}
