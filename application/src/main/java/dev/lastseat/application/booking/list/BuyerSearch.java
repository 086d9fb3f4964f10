package dev.lastseat.application.booking.list;

import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserQuery;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the buyers whose name or address has some words, for a list of their bookings. Bookings
 * name their buyers by id alone, so that a name is changed, and forgotten, in one place.
 */
public record BuyerSearch(Users users) {
  /** How many people the words may mean; of more than that nobody looks for one of them. */
  public static final int MAX = PageRequest.MAX_LIMIT;

  /** The query for the bookings of the buyers meant; empty when too many are. */
  Optional<BookingQuery> narrowed(BookingQuery query, SearchWords words) {
    Page<User> found =
        users.search(
            new UserQuery(
                Optional.of(words),
                Optional.empty(),
                new PageRequest.After(Optional.empty(), MAX)));
    return found.next().isPresent()
        ? Optional.empty()
        : Optional.of(query.of(found.items().stream().map(User::id).collect(Collectors.toSet())));
  }
}
