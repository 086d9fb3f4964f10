package dev.lastseat.application.booking.cancel;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.port.store.sale.Checkins;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tickets that have let somebody in, on any list: nobody gives those back, whoever it is, until it
 * is undone at the door.
 */
public record LetIn(Checkins checkins) {
  /** The numbers of those of the booking. */
  Set<Integer> tickets(Booking booking) {
    return checkins.of(Set.of(booking.id())).stream()
        .filter(Checkin::isStanding)
        .map(it -> it.ticket().number())
        .collect(Collectors.toSet());
  }

  /** Whether any of the bookings has one. */
  public boolean any(Collection<? extends Booking> bookings) {
    return checkins.of(bookings.stream().map(Booking::id).toList()).stream()
        .anyMatch(Checkin::isStanding);
  }
}
