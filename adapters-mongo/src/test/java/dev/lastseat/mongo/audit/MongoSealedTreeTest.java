package dev.lastseat.mongo.audit;

import dev.lastseat.domain.contract.SealedTreeContract;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSealedTreeTest extends SealedTreeContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected SealedTree open() {
    return new MongoSealedTree(STORE.empty().db());
  }
}
