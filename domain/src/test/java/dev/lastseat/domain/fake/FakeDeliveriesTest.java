package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.DeliveriesContract;
import dev.lastseat.domain.port.store.work.Deliveries;

class FakeDeliveriesTest extends DeliveriesContract {
  @Override
  protected Deliveries open() {
    return new FakeDeliveries(new FakeStore());
  }
}
