package dev.lastseat.application.order;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderItems;
import dev.lastseat.domain.booking.TicketRequest;
import dev.lastseat.domain.shared.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An order as it is shown: with its bookings as they are now, in the order of its items. */
public record OrderWithBookings(Order order, List<BookingWithEvent> bookings) {
  public OrderWithBookings {
    bookings = List.copyOf(bookings);
  }

  /** With those of the bookings that are its own. */
  public static OrderWithBookings of(Order order, List<BookingWithEvent> bookings) {
    Map<BookingId, BookingWithEvent> byId = new HashMap<>();
    bookings.forEach(one -> byId.put(one.booking().id(), one));
    return new OrderWithBookings(
        order, order.bookings().stream().map(byId::get).filter(Objects::nonNull).toList());
  }

  /** What was asked for all that was ordered, whatever became of it, in each currency. */
  public List<Money> totals() {
    Map<Currency, Money> totals = new LinkedHashMap<>();
    bookings.stream()
        .map(one -> one.booking().details().totalPrice())
        .forEach(price -> totals.merge(price.currency(), price, Money::plus));
    return List.copyOf(totals.values());
  }

  /** Whether it is what was asked for. */
  boolean isOf(OrderItems items) {
    Iterator<TicketRequest> wanted = items.list().iterator();
    return items.list().size() == bookings.size()
        && bookings.stream().allMatch(one -> wanted.next().asksFor(one.booking().details()));
  }
}
