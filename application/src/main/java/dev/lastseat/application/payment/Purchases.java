package dev.lastseat.application.payment;

import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.order.FindOrder;
import dev.lastseat.domain.payment.Purchase;
import java.util.Optional;

/** Finds what money is for, for whoever may see it. */
public record Purchases(FindBooking bookings, FindOrder orders) {
  Optional<Bought> find(Purchase purchase) {
    return switch (purchase) {
      case Purchase.OfBooking(var id) -> bookings.find(id).map(Bought.OneBooking::new);
      case Purchase.OfOrder(var id) -> orders.find(id).map(Bought.WholeOrder::new);
    };
  }
}
