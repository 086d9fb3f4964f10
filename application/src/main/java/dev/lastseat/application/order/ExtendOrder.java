package dev.lastseat.application.order;

import dev.lastseat.application.booking.hold.ExtendHolds;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.user.Principal;
import java.time.Instant;
import java.util.Optional;

/** Lets all that an order holds end later, as {@link ExtendHolds} does for one hold. */
public record ExtendOrder(Orders orders, FindOrder finder, ExtendHolds holds) {
  /** An order, and what became of its holds. */
  public record Extension(Order order, ExtendHolds.Outcome outcome) {}

  /** Empty when there is no such order. */
  public Optional<Extension> handle(OrderId id, Instant until, Principal by) {
    return orders
        .find(id)
        .map(
            order ->
                new Extension(
                    order, holds.extend(finder.withBookings(order).bookings(), until, by)));
  }
}
