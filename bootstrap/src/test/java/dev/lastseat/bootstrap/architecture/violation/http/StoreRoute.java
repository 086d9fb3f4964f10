package dev.lastseat.bootstrap.architecture.violation.http;

import dev.lastseat.bootstrap.architecture.violation.domain.port.store.sale.Events;

/** Asks a store past all use cases. */
class StoreRoute {
  Class<?> store = Events.class;
}
