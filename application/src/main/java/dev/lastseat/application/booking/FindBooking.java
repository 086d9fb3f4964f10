package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a booking to its owner and to admins; for anyone else it does not exist. */
public final class FindBooking {
  private final Bookings bookings;
  private final Events events;
  private final Clock clock;

  public FindBooking(Bookings bookings, Events events, Clock clock) {
    this.bookings = bookings;
    this.events = events;
    this.clock = clock;
  }

  public Optional<BookingWithEvent> handle(BookingId id, Principal viewer) {
    return find(id, viewer, clock.instant());
  }

  Optional<BookingWithEvent> find(BookingId id, Principal viewer, Instant now) {
    return bookings
        .find(id)
        .filter(found -> viewer.isAdmin() || owns(viewer, found))
        .map(found -> withEvents(List.of(found), now).getFirst());
  }

  static boolean owns(Principal principal, Booking booking) {
    return booking.details().userId().equals(principal.userId());
  }

  BookingWithEvent withEvent(Booking booking) {
    return withEvents(List.of(booking)).getFirst();
  }

  public List<BookingWithEvent> withEvents(List<Booking> found) {
    return withEvents(found, clock.instant());
  }

  /** The bookings as they are at that instant, each with its event. */
  List<BookingWithEvent> withEvents(List<Booking> found, Instant now) {
    List<EventId> ids = found.stream().map(FindBooking::eventOf).distinct().toList();
    Map<EventId, Event> known = events.findAll(ids);
    return found.stream()
        .map(one -> one.asOf(now))
        .map(one -> new BookingWithEvent(one, Optional.ofNullable(known.get(eventOf(one)))))
        .toList();
  }

  private static EventId eventOf(Booking booking) {
    return booking.details().eventId();
  }
}
