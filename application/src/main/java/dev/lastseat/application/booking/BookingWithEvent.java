package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import java.util.Optional;

/**
 * A booking as it is shown: with the event it is for, as that is now.
 *
 * @param event empty when what is stored of it makes no sense, which must not hide the booking
 */
public record BookingWithEvent(Booking booking, Optional<Event> event) {
  public BookingWithEvent(Booking booking, Event event) {
    this(booking, Optional.of(event));
  }
}
