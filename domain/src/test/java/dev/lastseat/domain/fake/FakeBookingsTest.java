package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.BookingsContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;

class FakeBookingsTest extends BookingsContract {
  @Override
  protected Stores open() {
    FakeStore store = new FakeStore();
    return new Stores(new FakeEvents(store), new FakeBookings(store), new TickingClock());
  }
}
