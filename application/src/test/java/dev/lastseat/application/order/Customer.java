package dev.lastseat.application.order;

import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.order.OrderItems;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Orders tickets of several events, each time under a key of its own unless told otherwise. */
public final class Customer {
  private final AtomicLong keys = new AtomicLong(2_000_000);
  private final PlaceOrder orders;

  public Customer(Fakes fakes) {
    orders = fakes.placeOrder();
  }

  public static TicketRequest of(Event event, int quantity) {
    return new TicketRequest(event.id(), new Quantity(quantity));
  }

  SaleOutcome<OrderWithBookings> orders(TicketRequest... items) {
    return orders("user-" + keys.incrementAndGet(), items);
  }

  SaleOutcome<OrderWithBookings> orders(String user, TicketRequest... items) {
    return orders(user, ABooking.key(keys.incrementAndGet()), items);
  }

  SaleOutcome<OrderWithBookings> orders(String user, IdempotencyKey key, TicketRequest... items) {
    return orders(user, false, key, items);
  }

  public SaleOutcome<OrderWithBookings> holds(String user, TicketRequest... items) {
    return holds(user, ABooking.key(keys.incrementAndGet()), items);
  }

  public SaleOutcome<OrderWithBookings> holds(
      String user, IdempotencyKey key, TicketRequest... items) {
    return orders(user, true, key, items);
  }

  private SaleOutcome<OrderWithBookings> orders(
      String user, boolean hold, IdempotencyKey key, TicketRequest... items) {
    OrderItems wanted = new OrderItems(Stream.of(items).toList());
    return orders.handle(new PlaceOrder.Command(new UserId(user), wanted, hold, key));
  }

  public static OrderWithBookings placed(SaleOutcome<OrderWithBookings> sale) {
    return Buyer.granted(sale, false);
  }

  static List<TicketRequest> items(OrderWithBookings order) {
    return order.bookings().stream()
        .map(one -> one.booking().details())
        .map(details -> new TicketRequest(details.eventId(), details.quantity()))
        .toList();
  }

  /** Of every booking, in the order of the items. */
  static List<List<Integer>> places(SaleOutcome<OrderWithBookings> sale) {
    return placed(sale).bookings().stream()
        .map(one -> ((Booking.Live) one.booking()).claim().places().ordinals())
        .toList();
  }
}
