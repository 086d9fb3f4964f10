package dev.lastseat.mongo;

import dev.lastseat.domain.contract.BookingsContract;
import dev.lastseat.domain.contract.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoBookingsTest extends BookingsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Stores open() {
    return STORE.empty().stores();
  }
}
