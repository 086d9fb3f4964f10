package dev.lastseat.application.order;

import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/** Shows an order to its owner and to admins; for anyone else it does not exist. */
public final class FindOrder {
  private final Orders orders;
  private final Bookings bookings;
  private final FindBooking finder;

  public FindOrder(Orders orders, Bookings bookings, FindBooking finder) {
    this.orders = orders;
    this.bookings = bookings;
    this.finder = finder;
  }

  public Optional<OrderWithBookings> handle(OrderId id, Principal viewer) {
    return orders
        .find(id)
        .filter(order -> viewer.isAdmin() || order.userId().equals(viewer.userId()))
        .map(this::withBookings);
  }

  OrderWithBookings withBookings(Order order) {
    var found = order.bookings().stream().map(id -> booking(id, order)).toList();
    return new OrderWithBookings(order, finder.withEvents(found));
  }

  private Booking booking(BookingId id, Order order) {
    return bookings
        .find(id)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no booking %s of order %s".formatted(id.value(), order.id().value())));
  }
}
