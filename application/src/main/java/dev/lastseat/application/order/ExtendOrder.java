package dev.lastseat.application.order;

import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.hold.ExtendHolds;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.user.Principal;
import java.time.Instant;

/** Lets all that an order holds end later, as {@link ExtendHolds} does for one hold. */
public record ExtendOrder(Orders orders, FindOrder finder, ExtendHolds holds) {
  public Change<OrderWithBookings> handle(OrderId id, Instant until, Principal by) {
    return orders
        .find(id)
        .map(
            order ->
                holds
                    .extend(finder.withBookings(order).bookings(), until, by)
                    .map(extended -> OrderWithBookings.of(order, extended)))
        .orElseGet(Change.NotFound::new);
  }
}
