package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.FactPositionsContract;
import dev.lastseat.domain.port.store.fact.FactPositions;

class FakeFactPositionsTest extends FactPositionsContract {
  @Override
  protected FactPositions open() {
    return new FakeFactPositions();
  }
}
