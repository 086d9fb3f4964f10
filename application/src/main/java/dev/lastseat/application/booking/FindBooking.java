package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Events;
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
public record FindBooking(Bookings bookings, Events events, Users users, Clock clock) {
  public Optional<BookingWithEvent> handle(BookingId id, Principal viewer) {
    return bookings.find(id).flatMap(found -> show(found, viewer));
  }

  /** A booking that was found otherwise, to whoever may see it. */
  public Optional<BookingWithEvent> show(Booking booking, Principal viewer) {
    return Optional.of(withEvents(List.of(booking)))
        .filter(found -> sees(viewer, found.getFirst()))
        .map(found -> withBuyers(found, viewer).getFirst());
  }

  /** As it is now, for whoever may see it. */
  public Optional<BookingWithEvent> find(BookingId id) {
    return bookings.find(id).map(this::withEvent);
  }

  /** The same as it is now, where it is still known. */
  public BookingWithEvent again(BookingWithEvent seen) {
    return find(seen.booking().id())
        .map(now -> new BookingWithEvent(now.booking(), now.event(), seen.buyer()))
        .orElse(seen);
  }

  /**
   * Only owners, admins, and whoever sold it at the box office change a booking; for anyone else it
   * does not exist.
   */
  public Optional<BookingWithEvent> findToChange(BookingId id, Principal by, Instant now) {
    return bookings
        .find(id)
        .filter(found -> by.isAdmin() || owns(by, found))
        .map(found -> shown(List.of(found), by, now).getFirst());
  }

  /** Its owner and those who run its event confirm a booking; for anyone else it does not exist. */
  public Optional<BookingWithEvent> findToConfirm(BookingId id, Principal by, Instant now) {
    return bookings
        .find(id)
        .map(found -> shown(List.of(found), by, now).getFirst())
        .filter(found -> owns(by, found.booking()) || found.isRunBy(by));
  }

  /** Whether the viewer may see all that the query asks for. */
  public boolean mayList(BookingQuery query, Principal viewer) {
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
    return seesAll(viewer) || shown.isRunBy(viewer);
  }

  /** Whether the viewer looks up what anybody has bought. */
  public static boolean seesAll(Principal viewer) {
    return viewer.role() == Role.STAFF || viewer.isAdmin();
  }

  /** Whether it is theirs, or they sold it at the box office. */
  public static boolean owns(Principal principal, Booking booking) {
    return booking.details().userId().equals(principal.userId()) || sold(principal, booking);
  }

  private static boolean sold(Principal principal, Booking booking) {
    return principal.role().atLeast(Role.STAFF)
        && booking
            .details()
            .sale()
            .filter(sale -> sale.seller().equals(principal.userId()))
            .isPresent();
  }

  BookingWithEvent withEvent(Booking booking) {
    return withEvents(List.of(booking)).getFirst();
  }

  public List<BookingWithEvent> withEvents(List<Booking> found) {
    return withEvents(found, clock.instant());
  }

  /** The bookings as they are at that instant, each with its event. */
  public List<BookingWithEvent> withEvents(List<Booking> found, Instant now) {
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

  public List<BookingWithEvent> shown(List<Booking> found, Principal viewer, Instant now) {
    return withBuyers(withEvents(found, now), viewer);
  }

  /** Buyers know who they are; the others are told, of guests by the booking itself. */
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
                    .map(BuyerContact::of)
                    .or(() -> BuyerContact.guestOf(one.booking().details()))
                    .map(one::with)
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
