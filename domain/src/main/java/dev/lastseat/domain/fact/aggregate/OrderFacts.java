package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.order.Order;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Orders as facts tell them. They are placed, and what comes then happens to their bookings. */
public final class OrderFacts {
  private OrderFacts() {}

  public static Change placed(Order order) {
    return Change.of(
        StreamId.of(order.id()), FactKind.ORDER_PLACED, order.createdAt(), fields(order));
  }

  /** All that there is to know of an order. */
  public static SortedMap<String, String> fields(Order order) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("user", order.userId().value());
    fields.put("key", order.key().value().toString());
    fields.put(
        "bookings",
        order.bookings().stream().map(BookingId::value).collect(Collectors.joining(",")));
    fields.put("createdAt", order.createdAt().toString());
    return fields;
  }
}
