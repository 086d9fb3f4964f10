package dev.lastseat.application.booking.list;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads all bookings of a list, however many, for admins, and for organisers those of an event that
 * they run. No more than a page of them is in memory, and between two pages nothing is held open in
 * the store, so whoever takes them may be slow.
 */
public record ExportBookings(Bookings bookings, Tickets tickets, FindBooking finder, Clock clock) {
  /** A booking with its tickets that something was done to, and with who comes with them. */
  public record Exportable(BookingWithEvent booking, List<TicketRevision> tickets) {}

  /**
   * The pages of the list, each read when it is asked for, the first one at once; which one the
   * query asks for is of no account. Every booking that was there at the beginning comes once, as
   * it is when its page is read; one that is made later does not. Empty for others.
   */
  public Optional<Iterator<List<Exportable>>> handle(BookingQuery query, Principal viewer) {
    return viewer.role().atLeast(Role.ORGANISER) && finder.mayList(query, viewer)
        ? Optional.of(new Pages(query, viewer))
        : Optional.empty();
  }

  private final class Pages implements Iterator<List<Exportable>> {
    private final BookingQuery query;
    private final Principal viewer;
    private final Instant now = clock.instant();
    private Optional<Page<Booking>> next;

    Pages(BookingQuery query, Principal viewer) {
      this.query = query;
      this.viewer = viewer;
      this.next = Optional.of(read(Optional.empty()));
    }

    @Override
    public boolean hasNext() {
      return next.isPresent();
    }

    @Override
    public List<Exportable> next() {
      Page<Booking> page = next.orElseThrow(NoSuchElementException::new);
      List<Exportable> shown = withTickets(finder.shown(page.items(), viewer, now));
      next = page.next().map(position -> read(Optional.of(position)));
      return shown;
    }

    private List<Exportable> withTickets(List<BookingWithEvent> shown) {
      Map<BookingId, List<TicketRevision>> changed =
          tickets.changed(shown.stream().map(it -> it.booking().id()).toList()).stream()
              .collect(Collectors.groupingBy(it -> it.ticket().booking()));
      return shown.stream()
          .map(it -> new Exportable(it, changed.getOrDefault(it.booking().id(), List.of())))
          .toList();
    }

    private Page<Booking> read(Optional<Position> after) {
      return bookings.search(query.at(new PageRequest.After(after, PageRequest.MAX_LIMIT)), now);
    }
  }
}
