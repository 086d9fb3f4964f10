package dev.lastseat.embedded;

import dev.lastseat.domain.contract.EventCacheContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.EventCache;

class InProcessEventCacheTest extends EventCacheContract {
  @Override
  protected EventCache open(TickingClock clock) {
    return new InProcessEventCache(clock);
  }
}
