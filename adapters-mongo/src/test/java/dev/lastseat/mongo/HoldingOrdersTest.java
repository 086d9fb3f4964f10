package dev.lastseat.mongo;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoOrdersTest extends OrdersContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected MortalStores open() {
    return new MortalMongo(STORE.empty());
  }
}
