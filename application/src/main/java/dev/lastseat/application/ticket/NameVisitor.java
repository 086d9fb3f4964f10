package dev.lastseat.application.ticket;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Says who comes with a ticket. Somebody else than was named before gets another code, so whoever
 * passes a ticket on cannot use it any more. Buyers may do so until the event says, those who run
 * the sale at any time.
 */
public record NameVisitor(ShowTickets shown, Tickets tickets, Clock clock) {
  /** What became of the wish. */
  public sealed interface Outcome {
    record Named(IssuedTicket ticket) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The ticket was given back, or its hold is over. */
    record NotLive() implements Outcome {}

    record TooLate(Instant until) implements Outcome {}

    /** Whoever comes instead needs another one, and it had as many as a ticket gets. */
    record NoMoreCodes() implements Outcome {}
  }

  /**
   * {@code number} is that of the ticket in its booking; of nobody, where nobody is to come with it
   * for now.
   *
   * @throws InvalidValue when an answer is missing, or answers nothing
   */
  public Outcome handle(BookingId booking, int number, Optional<Visitor> visitor, Principal by) {
    return shown
        .handle(booking, by)
        .flatMap(found -> found.ticket(number).map(it -> name(found.booking(), it, visitor, by)))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome name(
      BookingWithEvent booking, IssuedTicket ticket, Optional<Visitor> visitor, Principal by) {
    if (ticket.state() == IssuedTicket.State.VOID) {
      return new Outcome.NotLive();
    }
    requireAnswers(visitor, booking);
    return closed(booking, by)
        .<Outcome>map(Outcome.TooLate::new)
        .orElseGet(() -> name(booking, ticket.id(), visitor, by));
  }

  private static void requireAnswers(Optional<Visitor> visitor, BookingWithEvent booking) {
    booking
        .event()
        .ifPresent(
            event -> visitor.ifPresent(it -> it.requireAnswersTo(event.details().visitors())));
  }

  /** Since when this sender cannot do so any more. */
  private Optional<Instant> closed(BookingWithEvent booking, Principal by) {
    return booking
        .event()
        .filter(_ -> !FindBooking.oversees(by, booking))
        .map(NameVisitor::until)
        .filter(end -> !clock.instant().isBefore(end));
  }

  private static Instant until(Event event) {
    return event.details().visitors().until().orElse(event.details().date());
  }

  /** No name is left on what was given back meanwhile, for whoever did that saw none. */
  private Outcome name(
      BookingWithEvent booking, TicketId ticket, Optional<Visitor> visitor, Principal by) {
    EventId event = booking.booking().details().eventId();
    TicketRevision after = tickets.name(ticket, event, visitor, clock.instant());
    if (!after.visitor().equals(visitor)) {
      return new Outcome.NoMoreCodes();
    }
    Optional<IssuedTicket> named =
        shown
            .handle(ticket.booking(), by)
            .flatMap(it -> it.ticket(ticket.number()))
            .filter(it -> it.state() != IssuedTicket.State.VOID);
    if (named.isEmpty()) {
      tickets.name(ticket, event, Optional.empty(), clock.instant());
      return new Outcome.NotLive();
    }
    return new Outcome.Named(named.get());
  }
}
