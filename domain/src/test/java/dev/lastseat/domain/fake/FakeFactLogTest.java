package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.FactLogContract;
import dev.lastseat.domain.contract.FactStores;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;

class FakeFactLogTest extends FactLogContract {
  @Override
  protected FactStores open() {
    FakeStore store = new FakeStore();
    return new FactStores(
        new Stores(new FakeEvents(store), new FakeBookings(store), new TickingClock()),
        new FakeTransactionalOrders(store),
        new FactStores.People(
            new FakeUsers(store),
            new FakeSessions(store),
            new FakeApiKeys(store),
            new FakePasskeys(store)),
        new FakeFactLog(store),
        () -> {});
  }
}
