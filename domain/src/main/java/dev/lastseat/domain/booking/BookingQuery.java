package dev.lastseat.domain.booking;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which bookings are wanted, newest first; bookings of the same instant by id, descending.
 *
 * @param user whose; empty for everybody's
 * @param from the earliest time of booking, inclusive
 * @param to the latest time of booking, inclusive
 */
public record BookingQuery(
    Optional<UserId> user,
    Optional<BookingStatus> status,
    Optional<EventId> event,
    Optional<Instant> from,
    Optional<Instant> to,
    PageRequest page) {

  public BookingQuery at(PageRequest other) {
    return new BookingQuery(user, status, event, from, to, other);
  }
}
