package dev.lastseat.http.ticket;

import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Who comes with one of the tickets of a booking. */
public record NamedTicket(TicketId ticket, Visitor visitor) {
  /** Of those tickets that have somebody, in the order of bookings and numbers. */
  public static List<NamedTicket> of(Collection<TicketRevision> tickets) {
    return tickets.stream()
        .flatMap(it -> it.visitor().map(who -> new NamedTicket(it.ticket(), who)).stream())
        .sorted(
            Comparator.comparing((NamedTicket it) -> it.ticket.booking().value())
                .thenComparingInt(it -> it.ticket.number()))
        .toList();
  }

  /** Such as {@code 1: Ada <ada@example.com>, meal: vegan}. */
  public String line() {
    StringBuilder line = new StringBuilder().append(ticket.number()).append(": ");
    line.append(visitor.name());
    visitor.email().ifPresent(email -> line.append(" <").append(email.value()).append('>'));
    visitor
        .answers()
        .byKey()
        .forEach((key, answer) -> line.append(", ").append(key).append(": ").append(answer));
    return line.toString();
  }
}
