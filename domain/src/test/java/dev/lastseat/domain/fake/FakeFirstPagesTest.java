package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.FirstPagesContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.FirstPages;

class FakeFirstPagesTest extends FirstPagesContract {
  @Override
  protected FirstPages open(TickingClock clock) {
    return new FakeFirstPages(clock);
  }
}
