package dev.lastseat.application.order;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows orders to their owner, to staff and to admins; for anyone else they do not exist. */
public record FindOrder(Orders orders, Bookings bookings, FindBooking finder) {
  public Optional<OrderWithBookings> handle(OrderId id, Principal viewer) {
    return orders
        .find(id)
        .filter(order -> sees(viewer, Optional.of(order.userId())))
        .map(order -> shown(List.of(order), viewer).getFirst());
  }

  /** As it is now, for whoever may see it. */
  public Optional<OrderWithBookings> find(OrderId id) {
    return orders.find(id).map(this::withBookings);
  }

  /** Those that the query asks for; empty when the viewer may not see all of them. */
  public Optional<Page<OrderWithBookings>> search(OrderQuery query, Principal viewer) {
    if (!sees(viewer, query.user())) {
      return Optional.empty();
    }
    Page<Order> page = orders.search(query);
    return Optional.of(new Page<>(shown(page.items(), viewer), page.total(), page.next()));
  }

  /** Those of one user or, where none is named, of everybody. */
  private static boolean sees(Principal viewer, Optional<UserId> owner) {
    return owner.filter(viewer.userId()::equals).isPresent() || FindBooking.seesAll(viewer);
  }

  /** The orders as the viewer, who may see them, is shown them: three reads, however many. */
  private List<OrderWithBookings> shown(List<Order> found, Principal viewer) {
    List<BookingWithEvent> shown = finder.shown(bookingsOf(found), viewer);
    return found.stream().map(order -> OrderWithBookings.of(order, shown)).toList();
  }

  OrderWithBookings withBookings(Order order) {
    return new OrderWithBookings(order, finder.withEvents(bookingsOf(List.of(order))));
  }

  private List<Booking> bookingsOf(List<Order> orders) {
    List<BookingId> ids = orders.stream().flatMap(order -> order.bookings().stream()).toList();
    Map<BookingId, Booking> found = bookings.findAll(ids);
    if (found.size() < ids.size()) {
      throw new IllegalStateException(
          "of the bookings %s of orders only %s are there".formatted(ids, found.keySet()));
    }
    return ids.stream().map(found::get).toList();
  }
}
