package dev.lastseat.mongo.order;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;
import dev.lastseat.mongo.TestStore;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a server without transactions. */
class HoldingOrdersTest extends OrdersContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected MortalStores open() {
    return new MortalMongo(STORE.empty(), Optional.empty());
  }
}
