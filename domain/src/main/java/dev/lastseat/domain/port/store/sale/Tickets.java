package dev.lastseat.domain.port.store.sale;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was done to tickets after they were sold. To most nothing was, and a store knows none of
 * those.
 */
public interface Tickets {
  /**
   * Gives a ticket another code, in one atomic step: the one that it had is good no more. Of
   * several at once each counts. A ticket with its last code stays as it is.
   */
  TicketRevision reissue(TicketId ticket, EventId event, Instant at);

  /**
   * Says who comes with a ticket, or that nobody does, in one atomic step, which gives it another
   * code where somebody else was to come. Of several at once, and of those that reissue it, each
   * counts. A ticket with its last code stays as it is where somebody else is to come instead.
   */
  TicketRevision name(TicketId ticket, EventId event, Optional<Visitor> visitor, Instant at);

  /** Keeps nothing of who comes with the tickets of a booking; their codes stay good. */
  void forgetVisitors(BookingId booking, Instant at);

  /** Tickets whose visitor has that address, booking by booking, in an order that stays. */
  Page<TicketRevision> naming(Email visitor, PageRequest page);

  /** The tickets of these bookings that something was done to, in no order. */
  List<TicketRevision> changed(Collection<BookingId> bookings);

  /**
   * What the facts of tickets go by: of the first of all that something was done to, or of those
   * after one, in an order that stays.
   */
  List<StreamId> streams(Optional<StreamId> after, int limit);
}
