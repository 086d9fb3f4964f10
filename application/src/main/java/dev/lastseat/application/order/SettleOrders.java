package dev.lastseat.application.order;

import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.shared.ClockSkew;
import java.time.Clock;
import java.time.Duration;

/**
 * Decides orders that were cut short by the end of a process. May run on many instances at once:
 * each order is decided once.
 */
public record SettleOrders(Orders orders, Clock clock) {
  /** Longer than a store lets anybody wait; whoever is slower is told to ask again. */
  private static final Duration LONGEST_RECORDING = Duration.ofSeconds(15);

  /** By the clock of whoever settles, which may be ahead of that of whoever records. */
  static final Duration PATIENCE = LONGEST_RECORDING.plus(ClockSkew.MAX);

  /** Answers how many those were. */
  public int handle() {
    return orders.settle(clock.instant().minus(PATIENCE));
  }
}
