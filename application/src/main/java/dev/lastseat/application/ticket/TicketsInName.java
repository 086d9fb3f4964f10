package dev.lastseat.application.ticket;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shows users the tickets that others bought for them: those whose visitor has the address of their
 * account, once a mail proved that it is theirs. So a ticket is passed on by naming its visitor.
 */
public record TicketsInName(
    Users users, Tickets tickets, Bookings bookings, FindBooking finder, TicketCodes codes) {
  /** A ticket with the event that it is for, but not with whose booking it is of. */
  public record Named(IssuedTicket ticket, BookingWithEvent booking) {}

  public Page<Named> handle(UserId visitor, PageRequest page) {
    return users
        .find(visitor)
        .filter(user -> user.emailVerifiedAt().isPresent())
        .map(user -> of(user.email(), page))
        .orElseGet(() -> new Page<>(List.of(), Optional.of(0L), Optional.empty()));
  }

  private Page<Named> of(Email address, PageRequest request) {
    Page<TicketRevision> page = tickets.naming(address, request);
    Set<TicketId> named = page.items().stream().map(TicketRevision::ticket).collect(toSet());
    Map<?, Booking> found =
        bookings.findAll(named.stream().map(TicketId::booking).distinct().toList());
    List<Named> shown =
        finder.withEvents(List.copyOf(found.values())).stream()
            .sorted(comparing(it -> it.booking().id().value()))
            .flatMap(booking -> inName(booking, address, named))
            .toList();
    return new Page<>(shown, page.total(), page.next());
  }

  /** Unless somebody else was named since the page was read. */
  private Stream<Named> inName(BookingWithEvent booking, Email address, Set<TicketId> named) {
    return codes.of(booking.booking()).stream()
        .filter(it -> named.contains(it.id()))
        .filter(it -> it.visitor().flatMap(Visitor::email).equals(Optional.of(address)))
        .map(it -> new Named(it, booking));
  }
}
