package dev.lastseat.application.ticket;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;

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
    return shown
        .handle(booking, by)
        .flatMap(found -> found.ticket(number).map(it -> reissue(found.booking().booking(), it)))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome reissue(Booking booking, IssuedTicket ticket) {
    if (ticket.state() != IssuedTicket.State.GOOD) {
      return new Outcome.NotGood();
    }
    TicketRevision after =
        tickets.reissue(ticket.id(), booking.details().eventId(), clock.instant());
    return after.revision() > ticket.revision()
        ? new Outcome.Reissued(codes.of(booking).get(ticket.id().number() - 1))
        : new Outcome.NoMoreCodes();
  }
}
