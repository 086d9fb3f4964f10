package dev.lastseat.application.ticket;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Optional;

/** Shows the tickets of a booking to whoever may see it; for anyone else there are none. */
public record ShowTickets(FindBooking finder, TicketCodes codes) {
  /** A booking with its tickets. */
  public record TicketsOfBooking(BookingWithEvent booking, List<IssuedTicket> tickets) {
    /** The one of that number; empty where the booking has fewer. */
    public Optional<IssuedTicket> ticket(int number) {
      return tickets.stream().filter(it -> it.id().number() == number).findFirst();
    }
  }

  public Optional<TicketsOfBooking> handle(BookingId booking, Principal viewer) {
    return finder
        .handle(booking, viewer)
        .map(found -> new TicketsOfBooking(found, codes.of(found.booking())));
  }
}
