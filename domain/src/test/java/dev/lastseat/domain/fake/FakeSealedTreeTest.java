package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.SealedTreeContract;
import dev.lastseat.domain.port.store.fact.SealedTree;

class FakeSealedTreeTest extends SealedTreeContract {
  @Override
  protected SealedTree open() {
    return new FakeSealedTree();
  }
}
