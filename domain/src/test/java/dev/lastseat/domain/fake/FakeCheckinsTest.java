package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.CheckinsContract;

class FakeCheckinsTest extends CheckinsContract {
  @Override
  protected Opened open() {
    FakeStore store = new FakeStore();
    return new Opened(new FakeCheckins(store), new FakeFactLog(store), () -> {});
  }
}
