package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a booking to its owner and, with its buyer, to staff, to the organiser of its event and to
 * admins; for anyone else it does not exist.
 */
public final class FindBooking {
  private final Bookings bookings;
  private final Events events;
  private final Users users;
  private final Clock clock;

  public FindBooking(Bookings bookings, Events events, Users users, Clock clock) {
    this.bookings = bookings;
    this.events = events;
    this.users = users;
    this.clock = clock;
  }

  public Optional<BookingWithEvent> handle(BookingId id, Principal viewer) {
    Instant now = clock.instant();
    return bookings
        .find(id)
        .map(found -> withEvents(List.of(found), now))
        .filter(found -> sees(viewer, found.getFirst()))
        .map(found -> withBuyers(found, viewer).getFirst());
  }

  /** Only owners and admins change a booking; for anyone else it does not exist. */
  Optional<BookingWithEvent> findToChange(BookingId id, Principal by, Instant now) {
    return bookings
        .find(id)
        .filter(found -> by.isAdmin() || owns(by, found))
        .map(found -> shown(List.of(found), by, now).getFirst());
  }

  /** Whether the viewer may see all that the query asks for. */
  boolean mayList(BookingQuery query, Principal viewer) {
    return query.isOnlyOf(viewer.userId()) || seesAll(viewer) || runsEventOf(query, viewer);
  }

  /** Asks for the event's organiser as it is now. */
  private boolean runsEventOf(BookingQuery query, Principal viewer) {
    return viewer.role().atLeast(Role.ORGANISER)
        && query.event().flatMap(events::find).filter(it -> it.isRunBy(viewer)).isPresent();
  }

  private static boolean sees(Principal viewer, BookingWithEvent shown) {
    return owns(viewer, shown.booking()) || oversees(viewer, shown);
  }

  /** Whether the viewer sees the booking whoever has bought it. */
  public static boolean oversees(Principal viewer, BookingWithEvent shown) {
    return seesAll(viewer) || shown.event().filter(event -> event.isRunBy(viewer)).isPresent();
  }

  /** Whether the viewer looks up what anybody has bought. */
  public static boolean seesAll(Principal viewer) {
    return viewer.role() == Role.STAFF || viewer.isAdmin();
  }

  static boolean owns(Principal principal, Booking booking) {
    return booking.details().userId().equals(principal.userId());
  }

  BookingWithEvent withEvent(Booking booking) {
    return withEvents(List.of(booking)).getFirst();
  }

  public List<BookingWithEvent> withEvents(List<Booking> found) {
    return withEvents(found, clock.instant());
  }

  /** The bookings as they are at that instant, each with its event. */
  List<BookingWithEvent> withEvents(List<Booking> found, Instant now) {
    List<EventId> ids = found.stream().map(FindBooking::eventOf).distinct().toList();
    Map<EventId, Event> known = events.findAll(ids);
    return found.stream()
        .map(one -> one.asOf(now))
        .map(
            one ->
                new BookingWithEvent(
                    one, Optional.ofNullable(known.get(eventOf(one))), Optional.empty()))
        .toList();
  }

  /** The bookings as the viewer, who may see them, is shown them: two reads, however many. */
  public List<BookingWithEvent> shown(List<Booking> found, Principal viewer) {
    return shown(found, viewer, clock.instant());
  }

  List<BookingWithEvent> shown(List<Booking> found, Principal viewer, Instant now) {
    return withBuyers(withEvents(found, now), viewer);
  }

  /** Buyers know who they are; the others are told. */
  private List<BookingWithEvent> withBuyers(List<BookingWithEvent> shown, Principal viewer) {
    if (!viewer.role().atLeast(Role.STAFF) || shown.isEmpty()) {
      return shown;
    }
    Map<UserId, User> known =
        users.findAll(shown.stream().map(one -> buyerOf(one.booking())).distinct().toList());
    return shown.stream()
        .map(
            one ->
                Optional.ofNullable(known.get(buyerOf(one.booking())))
                    .map(user -> one.with(BuyerContact.of(user)))
                    .orElse(one))
        .toList();
  }

  private static UserId buyerOf(Booking booking) {
    return booking.details().userId();
  }

  private static EventId eventOf(Booking booking) {
    return booking.details().eventId();
  }
}
