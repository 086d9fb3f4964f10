package dev.lastseat.mongo.payment;

import dev.lastseat.application.contract.PaymentCrashesContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.mongo.TestStore;
import dev.lastseat.mongo.booking.MongoOrders;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPaymentCrashesTest extends PaymentCrashesContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Ports open() {
    Stores stores = STORE.empty().stores();
    return new Ports(
        stores.events(),
        stores.bookings(),
        new MongoOrders(STORE.db()),
        new MongoPayments(STORE.db()),
        STORE.facts());
  }
}
