package dev.lastseat.application.user;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.BookingsOfUser;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderQuery;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.port.store.Orders;
import dev.lastseat.domain.port.store.Passkeys;
import dev.lastseat.domain.port.store.Sessions;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Collects everything that is kept about a user, but for what proves them. */
public final class ExportAccount {
  private final Users users;
  private final Sessions sessions;
  private final Orders orders;
  private final BookingsOfUser bookings;
  private final Passkeys passkeys;
  private final ApiKeys apiKeys;
  private final Clock clock;

  public ExportAccount(
      Users users,
      Sessions sessions,
      Orders orders,
      BookingsOfUser bookings,
      Passkeys passkeys,
      ApiKeys apiKeys,
      Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.orders = orders;
    this.bookings = bookings;
    this.passkeys = passkeys;
    this.apiKeys = apiKeys;
    this.clock = clock;
  }

  public record Everything(
      User user,
      List<Session> sessions,
      List<BookingWithEvent> bookings,
      List<OrderWithBookings> orders,
      List<Passkey> passkeys,
      List<ApiKey> apiKeys) {}

  /** Empty when there is no such user any more. */
  public Optional<Everything> handle(UserId id) {
    return users.find(id).map(this::everythingOf);
  }

  /** Bookings are read after the orders, so that those of each order are among them. */
  private Everything everythingOf(User user) {
    UserId id = user.id();
    List<Order> placed = Page.all(page -> orders.search(OrderQuery.of(id, page)));
    List<BookingWithEvent> booked = bookings.all(id);
    return new Everything(
        user,
        sessions.of(id, clock.instant()),
        booked,
        placed.stream().map(order -> OrderWithBookings.of(order, booked)).toList(),
        passkeys.of(id),
        apiKeysOf(id));
  }

  /** Nobody has more of them than one page holds. */
  private List<ApiKey> apiKeysOf(UserId owner) {
    PageRequest all = new PageRequest.After(Optional.empty(), PageRequest.MAX_LIMIT);
    return apiKeys.list(Optional.of(owner), all).items();
  }
}
