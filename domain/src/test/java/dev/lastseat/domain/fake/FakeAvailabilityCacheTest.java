package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.AvailabilityCacheContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache;

class FakeAvailabilityCacheTest extends AvailabilityCacheContract {
  @Override
  protected AvailabilityCache open(TickingClock clock) {
    return new FakeAvailabilityCache(clock, TTL);
  }
}
