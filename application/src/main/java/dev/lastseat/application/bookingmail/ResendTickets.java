package dev.lastseat.application.bookingmail;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/**
 * Sends the mail with the tickets of a booking to its buyer again, with the codes that are good
 * then. Whoever may see the booking may ask for it; it is sent once in {@link MailQueue#WINDOW}, so
 * that nobody's mail box is flooded.
 */
public record ResendTickets(FindBooking finder, MailQueue mails) {
  /** What became of the wish. */
  public enum Outcome {
    ASKED,
    NOT_FOUND,
    /** The booking is not confirmed, so its tickets have no codes. */
    NOT_GOOD
  }

  public Outcome handle(BookingId id, Principal by) {
    Optional<Booking> found = finder.handle(id, by).map(BookingWithEvent::booking);
    if (found.isEmpty()) {
      return Outcome.NOT_FOUND;
    }
    if (!(found.get() instanceof Booking.Confirmed)) {
      return Outcome.NOT_GOOD;
    }
    mails.addOnceInWindow(Letter.Kind.BOOKING_CONFIRMED, id.value());
    return Outcome.ASKED;
  }
}
