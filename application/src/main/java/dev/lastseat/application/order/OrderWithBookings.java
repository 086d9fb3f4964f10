package dev.lastseat.application.order;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderItems;
import dev.lastseat.domain.booking.TicketRequest;
import java.util.Iterator;
import java.util.List;

/** An order as it is shown: with its bookings as they are now, in the order of its items. */
public record OrderWithBookings(Order order, List<BookingWithEvent> bookings) {
  public OrderWithBookings {
    bookings = List.copyOf(bookings);
  }

  /** Whether it is what was asked for. */
  boolean isOf(OrderItems items) {
    Iterator<TicketRequest> wanted = items.list().iterator();
    return items.list().size() == bookings.size()
        && bookings.stream().allMatch(one -> wanted.next().asksFor(one.booking().details()));
  }
}
