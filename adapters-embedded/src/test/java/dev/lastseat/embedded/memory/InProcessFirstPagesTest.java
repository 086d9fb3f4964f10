package dev.lastseat.embedded.memory;

import dev.lastseat.domain.contract.FirstPagesContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.FirstPages;

class InProcessFirstPagesTest extends FirstPagesContract {
  @Override
  protected FirstPages open(TickingClock clock) {
    return new InProcessFirstPages(clock);
  }
}
