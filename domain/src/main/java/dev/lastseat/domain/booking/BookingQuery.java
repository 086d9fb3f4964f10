package dev.lastseat.domain.booking;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which bookings are wanted, newest first; bookings of the same instant by id, descending.
 *
 * @param users whose; empty for everybody's
 * @param ticket the number on the ticket, of which there is at most one for each event
 * @param from the earliest time of booking, inclusive
 * @param to the latest time of booking, inclusive
 */
public record BookingQuery(
    Optional<Set<UserId>> users,
    Optional<BookingStatus> status,
    Optional<EventId> event,
    Optional<TicketNumber> ticket,
    Optional<Instant> from,
    Optional<Instant> to,
    PageRequest page) {

  /** All bookings. */
  public static BookingQuery all(PageRequest page) {
    return new BookingQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        page);
  }

  public BookingQuery at(PageRequest other) {
    return new BookingQuery(users, status, event, ticket, from, to, other);
  }

  /** The same of these users alone. */
  public BookingQuery of(Set<UserId> others) {
    return new BookingQuery(Optional.of(others), status, event, ticket, from, to, page);
  }

  /** The same of this event alone. */
  public BookingQuery of(EventId other) {
    return new BookingQuery(users, status, Optional.of(other), ticket, from, to, page);
  }

  /** The same in this state alone. */
  public BookingQuery in(BookingStatus other) {
    return new BookingQuery(users, Optional.of(other), event, ticket, from, to, page);
  }

  /** Whether it asks for nothing but bookings of the user. */
  public boolean isOnlyOf(UserId user) {
    return users.filter(Set.of(user)::equals).isPresent();
  }
}
