package dev.lastseat.application.order;

import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/** Lists a user's own orders; staff and admins may list anybody's. */
public record ListOrders(Orders orders, FindOrder finder) {
  /** Empty when the viewer may not see what the query asks for. */
  public Optional<Page<OrderWithBookings>> handle(OrderQuery query, Principal viewer) {
    return mayList(query, viewer) ? Optional.of(page(query, viewer)) : Optional.empty();
  }

  private static boolean mayList(OrderQuery query, Principal viewer) {
    return query.user().filter(viewer.userId()::equals).isPresent() || FindBooking.seesAll(viewer);
  }

  private Page<OrderWithBookings> page(OrderQuery query, Principal viewer) {
    Page<Order> page = orders.search(query);
    return new Page<>(finder.shown(page.items(), viewer), page.total(), page.next());
  }
}
