package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.order.Order;
import java.time.Instant;
import java.util.SortedMap;

/** Orders as facts tell them. What else happens to one happens to its bookings. */
public final class OrderFacts {
  private OrderFacts() {}

  public static Change placed(Order order) {
    return Change.of(
        StreamId.of(order.id()), FactKind.ORDER_PLACED, order.createdAt(), fields(order));
  }

  /** It was decided that all of it is given back. */
  public static Change cancelled(OrderId order, Instant at) {
    return Change.of(
        StreamId.of(order), FactKind.ORDER_CANCELLED, at, "cancelledAt", at.toString());
  }

  /** All that there is to know of an order. */
  public static SortedMap<String, String> fields(Order order) {
    return new FactFields()
        .with("user", order.userId().value())
        .with("key", order.key().value())
        .with("bookings", order.bookings().stream().map(BookingId::value).toList())
        .with("createdAt", order.createdAt())
        .with("cancelledAt", order.cancelledAt())
        .texts();
  }
}
