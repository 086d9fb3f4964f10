package dev.lastseat.mongo.booking;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;
import dev.lastseat.engines.Engines;
import dev.lastseat.mongo.TestStore;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a server with transactions. */
class TransactionalOrdersTest extends OrdersContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected MortalStores open() {
    return new MortalMongo(STORE.empty(), Optional.of(new Transactions(Engines.documentdb())));
  }
}
