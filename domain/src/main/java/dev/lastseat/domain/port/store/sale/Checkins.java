package dev.lastseat.domain.port.store.sale;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of events, and who was let in by them. */
public interface Checkins {
  /** Adds a list with an id that no other has. */
  void add(CheckinList list);

  Optional<CheckinList> find(CheckinListId id);

  /** Those of an event, the oldest first. */
  List<CheckinList> listsOf(EventId event);

  /**
   * Writes down the latest scan of {@code after}, in one atomic step, if what is stored is still
   * {@code before}: of all that scan one ticket on one list at once exactly one does.
   *
   * @param before empty where the ticket has let nobody in yet
   * @return whether it was written
   */
  boolean change(Optional<Checkin> before, Checkin after);

  /**
   * Does {@link #change} where {@code after} lets a visitor pass: not if the ticket was given back,
   * and perhaps not if its booking is not as it was seen. Of this and of {@link Bookings#change},
   * which gives back no ticket that let somebody in, one happens.
   *
   * @throws dev.lastseat.domain.port.StoreUnavailable when that is not known: whoever sends the
   *     scan again asks {@link #stillCounts}
   */
  boolean letPass(Optional<Checkin> before, Checkin after, Booking.Confirmed seen);

  /**
   * Whether what {@link #letPass} wrote down, perhaps without an answer, counts: the ticket was not
   * given back, and is not as long as it stands. Perhaps not if its booking is not as it was seen.
   */
  boolean stillCounts(Checkin written, Booking.Confirmed seen);

  Optional<Checkin> find(CheckinListId list, TicketId ticket);

  /** What happened to tickets of these bookings, on any list, in no order. */
  List<Checkin> of(Collection<BookingId> bookings);

  /**
   * The tickets of these bookings that let somebody in, on any list: nobody gives those back,
   * whoever it is, until it is undone at the door. {@link #letPass} has the last word.
   */
  default Set<TicketId> letIn(Collection<? extends Booking> bookings) {
    return of(bookings.stream().map(Booking::id).toList()).stream()
        .filter(Checkin::isStanding)
        .map(Checkin::ticket)
        .collect(Collectors.toSet());
  }

  /**
   * Notes who was not let pass on a list, where the latest {@link RefusedScan#MAX_PER_LIST} are
   * kept. It changes nothing, so no fact tells of it.
   */
  void refuse(CheckinListId list, RefusedScan scan);

  /** Who was not let pass on a list, the latest first. */
  List<RefusedScan> refused(CheckinListId list);

  /** How many are inside. */
  long inside(CheckinListId list);

  /**
   * The first of all, on any list, or those after the one that facts tell of by that name, in an
   * order that stays.
   */
  List<Checkin> all(Optional<StreamId> after, int limit);
}
