package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderItem;
import java.util.List;

/** An order as it is shown: with its bookings as they are now, in the order of its items. */
public record OrderWithBookings(Order order, List<BookingWithEvent> bookings) {
  public OrderWithBookings {
    bookings = List.copyOf(bookings);
  }

  /** What was asked for. */
  List<OrderItem> items() {
    return bookings.stream()
        .map(one -> one.booking().details())
        .map(details -> new OrderItem(details.eventId(), details.quantity()))
        .toList();
  }
}
