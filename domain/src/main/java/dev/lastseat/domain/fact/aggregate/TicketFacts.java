package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.ticket.TicketRevision;
import java.time.Instant;
import java.util.SortedMap;

/** Tickets as facts tell them, from the first time that something is done to them. */
public final class TicketFacts {
  private TicketFacts() {}

  /** A ticket that got another code. */
  public static Change reissued(TicketRevision ticket, Instant at) {
    return Change.of(StreamId.of(ticket.ticket()), FactKind.TICKET_REISSUED, at, fields(ticket));
  }

  /** A ticket whose visitor is another, has other answers, or is not known any more. */
  public static Change named(TicketRevision ticket, Instant at) {
    SortedMap<String, String> data = fields(ticket);
    data.put("visitor", "");
    return Change.of(StreamId.of(ticket.ticket()), FactKind.TICKET_NAMED, at, data);
  }

  /** All that facts tell of it: not who comes with it. */
  public static SortedMap<String, String> fields(TicketRevision ticket) {
    return new FactFields()
        .with("event", ticket.event().value())
        .with("revision", ticket.revision())
        .texts();
  }
}
