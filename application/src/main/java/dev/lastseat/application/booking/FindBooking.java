package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a booking to its owner and to admins; for anyone else it does not exist. */
public final class FindBooking {
  private final Bookings bookings;
  private final Events events;

  public FindBooking(Bookings bookings, Events events) {
    this.bookings = bookings;
    this.events = events;
  }

  public Optional<BookingWithEvent> handle(BookingId id, Principal viewer) {
    return visible(id, viewer).map(this::withEvent);
  }

  Optional<Booking> visible(BookingId id, Principal viewer) {
    return bookings.find(id).filter(found -> viewer.isAdmin() || owns(viewer, found));
  }

  static boolean owns(Principal principal, Booking booking) {
    return booking.details().userId().equals(principal.userId());
  }

  BookingWithEvent withEvent(Booking booking) {
    return withEvents(List.of(booking)).getFirst();
  }

  List<BookingWithEvent> withEvents(List<Booking> found) {
    List<EventId> ids = found.stream().map(FindBooking::eventOf).distinct().toList();
    Map<EventId, Event> known = events.findAll(ids);
    return found.stream()
        .map(one -> new BookingWithEvent(one, Optional.ofNullable(known.get(eventOf(one)))))
        .toList();
  }

  private static EventId eventOf(Booking booking) {
    return booking.details().eventId();
  }
}
