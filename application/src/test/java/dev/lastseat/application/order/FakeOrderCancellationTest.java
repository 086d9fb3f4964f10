package dev.lastseat.application.order;

import dev.lastseat.application.contract.OrderCancellationContract;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.fake.FakeJobs;

class FakeOrderCancellationTest extends OrderCancellationContract {
  @Override
  protected Ports open() {
    Fakes fakes = Fakes.open();
    return new Ports(fakes.events, fakes.bookings, fakes.orders, new FakeJobs(fakes.store));
  }
}
