package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.json.Times;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How orders are shown. */
final class OrderViews {
  private OrderViews() {}

  record OrderView(
      String id,
      String userId,
      String createdAt,
      List<BookingViews.BookingView> bookings,
      List<TotalView> totals) {}

  record TotalView(BigDecimal amount, String currency) {}

  static OrderView order(OrderWithBookings shown) {
    Order order = shown.order();
    return new OrderView(
        order.id().value(),
        order.userId().value(),
        Times.text(order.createdAt()),
        shown.bookings().stream().map(BookingViews::booking).toList(),
        totals(shown.bookings()));
  }

  /** What was asked for all that was ordered, whatever became of it. */
  private static List<TotalView> totals(List<BookingWithEvent> bookings) {
    Map<String, BigDecimal> amounts =
        bookings.stream()
            .map(one -> one.booking().details().totalPrice())
            .collect(
                Collectors.toMap(
                    price -> price.currency().getCurrencyCode(),
                    Money::major,
                    BigDecimal::add,
                    LinkedHashMap::new));
    return amounts.entrySet().stream()
        .map(total -> new TotalView(total.getValue(), total.getKey()))
        .toList();
  }
}
