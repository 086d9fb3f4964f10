package dev.lastseat.mongo.fact;

import dev.lastseat.domain.contract.FactPositionsContract;
import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoFactPositionsTest extends FactPositionsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected FactPositions open() {
    return new MongoFactPositions(STORE.empty().db());
  }
}
