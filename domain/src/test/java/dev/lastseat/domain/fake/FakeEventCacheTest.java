package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.EventCacheContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.EventCache;

class FakeEventCacheTest extends EventCacheContract {
  @Override
  protected EventCache open(TickingClock clock) {
    return new FakeEventCache();
  }
}
