package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Readers;
import dev.lastseat.embedded.sqlite.engine.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders in the table {@code orders}, each written with its bookings in one transaction. */
public record SqliteOrders(Readers readers, Writer writer) implements Orders {

  @Override
  public Recording record(Order order, List<Booking.Confirmed> bookings) {
    return writer.run(transaction -> new OrderRecorder(transaction, order, bookings).record());
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return readers.snapshot(store -> new OrderReader(store).find(id));
  }

  @Override
  public Optional<Order> find(UserId user, IdempotencyKey key) {
    return readers.snapshot(store -> new OrderReader(store).find(user, key));
  }

  /** A transaction leaves nothing undecided. */
  @Override
  public int settle(Instant created) {
    return 0;
  }
}
