package dev.lastseat.application.ticket;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows users the tickets that others bought for them: those whose visitor has the address of their
 * account, once a mail proved that it is theirs. So a ticket is passed on by naming its visitor.
 */
public record TicketsInName(
    Users users, Tickets tickets, Bookings bookings, FindBooking finder, TicketCodes codes) {
  /** More than anybody has, but for those whom others flood with theirs. */
  static final int MAX = 100;

  /** A ticket with the event that it is for, but not with whose booking it is of. */
  public record Named(IssuedTicket ticket, BookingWithEvent booking) {}

  public List<Named> handle(UserId visitor) {
    return users
        .find(visitor)
        .filter(user -> user.emailVerifiedAt().isPresent())
        .map(User::email)
        .map(this::of)
        .orElseGet(List::of);
  }

  private List<Named> of(Email address) {
    List<TicketRevision> named = tickets.naming(address, MAX);
    Map<?, Booking> found =
        bookings.findAll(named.stream().map(it -> it.ticket().booking()).distinct().toList());
    return finder.withEvents(List.copyOf(found.values())).stream()
        .flatMap(booking -> inName(booking, address))
        .toList();
  }

  private Stream<Named> inName(BookingWithEvent booking, Email address) {
    return codes.of(booking.booking()).stream()
        .filter(it -> it.visitor().flatMap(visitor -> visitor.email()).equals(Optional.of(address)))
        .map(it -> new Named(it, booking));
  }
}
