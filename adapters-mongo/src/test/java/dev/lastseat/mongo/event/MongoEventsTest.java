package dev.lastseat.mongo.event;

import dev.lastseat.domain.contract.EventsContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEventsTest extends EventsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Stores open() {
    return STORE.empty().stores();
  }
}
