package dev.lastseat.mongo;

import dev.lastseat.application.contract.OrderCancellationContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.job.MongoJobs;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoOrderCancellationTest extends OrderCancellationContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Ports open() {
    Stores stores = STORE.empty().stores();
    return new Ports(
        stores.events(), stores.bookings(), new MongoOrders(STORE.db()), new MongoJobs(STORE.db()));
  }
}
