package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.EventsContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;

class FakeEventsTest extends EventsContract {
  @Override
  protected Stores open() {
    FakeStore store = new FakeStore();
    return new Stores(new FakeEvents(store), new FakeBookings(store), new TickingClock());
  }
}
