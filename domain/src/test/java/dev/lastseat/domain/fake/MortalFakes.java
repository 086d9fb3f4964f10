package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Orders;
import java.util.function.Function;

/** Fakes over one memory, which outlives them. */
record MortalFakes(FakeStore store, Function<FakeStore, FakeOrders> open) implements MortalStores {
  @Override
  public Stores stores() {
    return new Stores(new FakeEvents(store), new FakeBookings(store), new TickingClock());
  }

  @Override
  public Orders orders() {
    return open.apply(store);
  }

  @Override
  public void endAfter(int writes) {
    store.goAwayAfter(writes);
  }

  @Override
  public void restart() {
    store.comeBack();
  }

  @Override
  public void close() {
    // Memory is all there is.
  }
}
