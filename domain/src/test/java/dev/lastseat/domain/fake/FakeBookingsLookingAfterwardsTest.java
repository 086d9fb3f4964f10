package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.BookingsContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;

class FakeBookingsLookingAfterwardsTest extends BookingsContract {
  @Override
  protected Stores open() {
    FakeStore store = new FakeStore();
    FakeBookings bookings = FakeBookings.lookingAfterwards(store);
    return new Stores(new FakeEvents(store), bookings, new TickingClock());
  }
}
