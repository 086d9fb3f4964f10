package dev.lastseat.domain.ticket;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.shared.InvalidValue;

/**
 * One of the tickets of a booking: the first, the second and so on, for the places in their order.
 * It stays the same when the booking is given other places.
 *
 * @param number 1 to {@value #MAX_NUMBER}
 */
public record TicketId(BookingId booking, int number) {
  public static final int MAX_NUMBER = 999;

  public TicketId {
    if (number < 1 || number > MAX_NUMBER) {
      throw new InvalidValue("ticket", number, "must be 1 to " + MAX_NUMBER);
    }
  }

  /** Such as {@code 0198f2….2}. */
  public String text() {
    return booking.value() + "." + number;
  }

  /** What {@link #text} wrote. */
  public static TicketId parse(String text) {
    int dot = text.indexOf('.');
    try {
      return new TicketId(
          new BookingId(text.substring(0, Math.max(dot, 0))),
          Integer.parseInt(text.substring(dot + 1)));
    } catch (NumberFormatException _) {
      throw new InvalidValue("ticket", text, "must be a booking and a number such as 0198f2.1");
    }
  }
}
