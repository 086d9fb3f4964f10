package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;

class FakeTransactionalOrdersTest extends OrdersContract {
  @Override
  protected MortalStores open() {
    return new MortalFakes(new FakeStore(), FakeTransactionalOrders::new);
  }
}
