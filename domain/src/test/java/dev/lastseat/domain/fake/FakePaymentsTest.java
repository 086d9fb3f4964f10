package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.PaymentsContract;

class FakePaymentsTest extends PaymentsContract {
  @Override
  protected Opened open() {
    FakeStore store = new FakeStore();
    return new Opened(new FakePayments(store), new FakeFactLog(store), () -> {});
  }
}
