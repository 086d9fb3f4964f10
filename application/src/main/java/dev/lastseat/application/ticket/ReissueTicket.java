package dev.lastseat.application.ticket;

import dev.lastseat.application.ticket.ShowTickets.TicketsOfBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives a ticket another code, for the one that it has was lost or is in wrong hands: that is good
 * no more. Whoever may see the booking may do so.
 */
public record ReissueTicket(ShowTickets shown, Tickets tickets, TicketCodes codes, Clock clock) {
  /** What became of the wish. */
  public sealed interface Outcome {
    record Reissued(IssuedTicket ticket) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The booking is not confirmed, or the ticket was given back, so it has no code. */
    record NotGood() implements Outcome {}

    /** It had as many as a ticket gets. */
    record NoMoreCodes() implements Outcome {}
  }

  /** {@code number} is that of the ticket in its booking. */
  public Outcome handle(BookingId booking, int number, Principal by) {
    Optional<TicketsOfBooking> found = shown.handle(booking, by);
    if (found.isEmpty() || number < 1 || number > found.get().tickets().size()) {
      return new Outcome.NotFound();
    }
    return found.get().booking().booking() instanceof Booking.Confirmed sold
            && sold.tickets().contains(number)
        ? reissue(sold, found.get().tickets().get(number - 1))
        : new Outcome.NotGood();
  }

  private Outcome reissue(Booking.Confirmed sold, IssuedTicket ticket) {
    if (ticket.hasLastCode()) {
      return new Outcome.NoMoreCodes();
    }
    tickets.reissue(ticket.id(), sold.details().eventId(), clock.instant());
    return new Outcome.Reissued(codes.of(sold).get(ticket.id().number() - 1));
  }
}
