package dev.lastseat.domain.mail;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.ticket.TicketCode;
import java.util.List;

/**
 * A booking as its buyer is told of it: with its event, as both are when the letter is written.
 *
 * @param codes one for each visitor, in the order of the places; none unless it is good
 */
public record Ticket(Event event, Booking booking, List<TicketCode> codes) {
  public Ticket {
    codes = List.copyOf(codes);
  }

  /** One that lets nobody in, or of which that is not told. */
  public Ticket(Event event, Booking booking) {
    this(event, booking, List.of());
  }

  /** Whether it lets anybody in. */
  public boolean isGood() {
    return booking instanceof Booking.Confirmed;
  }

  /** Grows with each change that a calendar should hear of; nothing comes after the last one. */
  public long revision() {
    return isGood() ? event.version() : event.version() + 1;
  }
}
