package dev.lastseat.domain.payment;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.shared.InvalidValue;

/** What money is for: a booking, or an order, which is paid as a whole. */
public sealed interface Purchase {
  record OfBooking(BookingId id) implements Purchase {}

  record OfOrder(OrderId id) implements Purchase {}

  /** Such as {@code booking:0198f2…}. */
  default String text() {
    return switch (this) {
      case OfBooking(BookingId id) -> "booking:" + id.value();
      case OfOrder(OrderId id) -> "order:" + id.value();
    };
  }

  /** As {@link #text} has it. */
  static Purchase parse(String text) {
    String id = text.substring(text.indexOf(':') + 1);
    return switch (text.substring(0, text.length() - id.length())) {
      case "booking:" -> new OfBooking(new BookingId(id));
      case "order:" -> new OfOrder(new OrderId(id));
      default -> throw new InvalidValue("purchase", text, "must be of a booking or an order");
    };
  }
}
