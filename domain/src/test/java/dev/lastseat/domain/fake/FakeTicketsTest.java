package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.TicketsContract;

class FakeTicketsTest extends TicketsContract {
  @Override
  protected Opened open() {
    FakeStore store = new FakeStore();
    return new Opened(new FakeTickets(store), new FakeFactLog(store), () -> {});
  }
}
