package dev.lastseat.application.order;

import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Orders;
import dev.lastseat.domain.user.Principal;
import java.util.List;
import java.util.Map;
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
        .map(order -> new OrderWithBookings(order, finder.shown(bookingsOf(order), viewer)));
  }

  OrderWithBookings withBookings(Order order) {
    return new OrderWithBookings(order, finder.withEvents(bookingsOf(order)));
  }

  private List<Booking> bookingsOf(Order order) {
    Map<BookingId, Booking> found = bookings.findAll(order.bookings());
    if (found.size() < order.bookings().size()) {
      throw new IllegalStateException(
          "of the bookings of order %s only %s are there"
              .formatted(order.id().value(), found.keySet()));
    }
    return order.bookings().stream().map(found::get).toList();
  }
}
