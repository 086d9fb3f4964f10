package dev.lastseat.application.accountdata;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.list.BookingsOfUser;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Webhook;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Collects everything that is kept about a user, but for what proves them. */
public record ExportAccount(Store store, BookingsOfUser bookings, Clock clock) {
  /**
   * All of it.
   *
   * @param tickets those that something was done to, with who comes with them
   */
  public record Everything(
      User user,
      List<Session> sessions,
      List<BookingWithEvent> bookings,
      List<OrderWithBookings> orders,
      List<TicketRevision> tickets,
      List<Passkey> passkeys,
      List<ApiKey> apiKeys,
      List<Webhook> webhooks) {}

  /** Empty when there is no such user any more. */
  public Optional<Everything> handle(UserId id) {
    return store.users().find(id).map(this::everythingOf);
  }

  /** Bookings are read after the orders, so that those of each order are among them. */
  private Everything everythingOf(User user) {
    UserId id = user.id();
    List<Order> placed = Page.all(page -> store.orders().search(OrderQuery.of(id, page)));
    List<BookingWithEvent> booked = bookings.all(id);
    return new Everything(
        user,
        store.sessions().of(id, clock.instant()),
        booked,
        placed.stream().map(order -> OrderWithBookings.of(order, booked)).toList(),
        store.tickets().changed(booked.stream().map(it -> it.booking().id()).toList()),
        store.passkeys().of(id),
        Page.all(page -> store.apiKeys().list(Optional.of(id), page)),
        Page.all(page -> store.webhooks().list(Optional.of(id), page)));
  }
}
