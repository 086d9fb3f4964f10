package dev.lastseat.mongo.webhook;

import dev.lastseat.domain.contract.DeliveriesContract;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDeliveriesTest extends DeliveriesContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Deliveries open() {
    return new MongoDeliveries(STORE.empty().db());
  }
}
