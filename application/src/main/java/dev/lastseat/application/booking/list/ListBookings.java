package dev.lastseat.application.booking.list;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lists a user's own bookings; staff and admins may list anybody's, organisers those of an event
 * that they run.
 */
public record ListBookings(
    Bookings bookings, FirstPages pages, FindBooking finder, Users users, Clock clock) {
  /** How many people the words for a buyer may mean. */
  public static final int MAX_BUYERS = PageRequest.MAX_LIMIT;

  /** What became of the wish. */
  public sealed interface Outcome {
    record Listed(Page<BookingWithEvent> page) implements Outcome {}

    /** Other people's bookings are for those who run the sale. */
    record Forbidden() implements Outcome {}

    /** The words for the buyer mean more than {@link #MAX_BUYERS} people. */
    record TooManyBuyers() implements Outcome {}
  }

  /** Of the bookings that the query asks for, those of buyers with the words, if there are any. */
  public Outcome handle(BookingQuery query, Optional<SearchWords> buyer, Principal viewer) {
    if (!finder.mayList(query, viewer)) {
      return new Outcome.Forbidden();
    }
    return buyer
        .map(words -> narrowed(query, words))
        .orElseGet(() -> Optional.of(query))
        .<Outcome>map(narrowed -> new Outcome.Listed(page(narrowed, viewer)))
        .orElseGet(Outcome.TooManyBuyers::new);
  }

  /**
   * To the bookings of the buyers whose name or address has the words; empty when too many have.
   * Bookings name their buyers by id alone, so that a name is changed, and forgotten, in one place;
   * guests of the box office, who have no account, are found by what their booking has of them.
   */
  private Optional<BookingQuery> narrowed(BookingQuery query, SearchWords words) {
    PageRequest page = new PageRequest.After(Optional.empty(), MAX_BUYERS);
    Page<User> found = users.search(new UserQuery(Optional.of(words), Optional.empty(), page));
    Set<UserId> meant = new HashSet<>(bookings.guests(words, query.event(), MAX_BUYERS + 1));
    found.items().forEach(user -> meant.add(user.id()));
    return found.next().isPresent() || meant.size() > MAX_BUYERS
        ? Optional.empty()
        : Optional.of(query.of(meant));
  }

  private Page<BookingWithEvent> page(BookingQuery query, Principal viewer) {
    Instant now = clock.instant();
    Page<Booking> page =
        firstPageOf(query)
            .map(user -> pages.get(user, query.page(), () -> bookings.search(query, now)))
            .orElseGet(() -> bookings.search(query, now));
    return new Page<>(finder.shown(page.items(), viewer, now), page.total(), page.next());
  }

  /**
   * Whose first page of all bookings is wanted: that is what most people look at, time and again.
   */
  private static Optional<UserId> firstPageOf(BookingQuery query) {
    return query
        .users()
        .filter(
            users ->
                users.size() == 1
                    && query.equals(BookingQuery.all(query.page()).of(users))
                    && isFirst(query.page()))
        .map(users -> users.iterator().next());
  }

  private static boolean isFirst(PageRequest request) {
    return switch (request) {
      case PageRequest.Numbered(int page, int _) -> page == 1;
      case PageRequest.After(Optional<Position> position, int _) -> position.isEmpty();
    };
  }
}
