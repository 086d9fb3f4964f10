package dev.lastseat.application.booking.cancel;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.ticket.TicketId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tickets that have let somebody in, on any list: nobody gives those back, whoever it is, until it
 * is undone at the door. The store has the last word ({@link Checkins#letPass}).
 */
public record LetIn(Checkins checkins) {
  /** Those of the bookings. */
  public Set<TicketId> tickets(Collection<? extends Booking> bookings) {
    return checkins.of(bookings.stream().map(Booking::id).toList()).stream()
        .filter(Checkin::isStanding)
        .map(Checkin::ticket)
        .collect(Collectors.toSet());
  }
}
