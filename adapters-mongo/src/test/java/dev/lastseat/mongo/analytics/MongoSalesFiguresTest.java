package dev.lastseat.mongo.analytics;

import dev.lastseat.domain.contract.SalesFiguresContract;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSalesFiguresTest extends SalesFiguresContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected SalesFigures open() {
    return new MongoSalesFigures(STORE.empty().db());
  }
}
