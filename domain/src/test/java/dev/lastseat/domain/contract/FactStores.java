package dev.lastseat.domain.contract;

import dev.lastseat.domain.port.store.FactLog;
import dev.lastseat.domain.port.store.Orders;

/**
 * Events, bookings and orders of one empty store, and the log of what happens to them.
 *
 * @param arrive brings everything that happened into the log
 */
public record FactStores(Stores stores, Orders orders, FactLog log, Runnable arrive) {
  /** The log, when everything has arrived in it. */
  FactLog arrived() {
    arrive.run();
    return log;
  }
}
