package dev.lastseat.mongo.booking;

import dev.lastseat.domain.contract.BookingsContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoBookingsTest extends BookingsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Stores open() {
    return STORE.empty().stores();
  }
}
