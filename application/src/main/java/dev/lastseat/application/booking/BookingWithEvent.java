package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import java.util.Optional;

/**
 * A booking as it is shown: with the event it is for, as that is now, and with its buyer to those
 * who run the sale.
 *
 * @param event empty when what is stored of it makes no sense, which must not hide the booking
 * @param buyer empty for who has no need to be told, and when there is no such user any more
 */
public record BookingWithEvent(
    Booking booking, Optional<Event> event, Optional<BuyerContact> buyer) {
  public BookingWithEvent(Booking booking, Event event) {
    this(booking, Optional.of(event), Optional.empty());
  }

  BookingWithEvent with(BuyerContact found) {
    return new BookingWithEvent(booking, event, Optional.of(found));
  }

  /** The same in a later state. */
  BookingWithEvent as(Booking later) {
    return new BookingWithEvent(later, event, buyer);
  }
}
