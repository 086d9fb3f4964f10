package dev.lastseat.application.ticket;

import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import java.util.Optional;

/**
 * A ticket as it is shown.
 *
 * @param revision how often it got another code
 * @param place empty when it has none any more
 * @param code empty unless it lets somebody in
 * @param visitor who comes with it; empty where nobody said
 */
public record IssuedTicket(
    TicketId id,
    int revision,
    State state,
    Optional<Integer> place,
    Optional<TicketCode> code,
    Optional<Visitor> visitor) {

  IssuedTicket(
      TicketRevision ticket, State state, Optional<Integer> place, Optional<TicketCode> code) {
    this(ticket.ticket(), ticket.revision(), state, place, code, ticket.visitor());
  }

  /** Whether it lets somebody in: not yet, now, or not any more. */
  public enum State implements Spelled {
    HELD,
    GOOD,
    VOID
  }
}
