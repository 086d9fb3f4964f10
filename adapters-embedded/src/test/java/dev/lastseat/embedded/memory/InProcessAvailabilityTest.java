package dev.lastseat.embedded.memory;

import dev.lastseat.domain.contract.AvailabilityCacheContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache;

class InProcessAvailabilityTest extends AvailabilityCacheContract {
  @Override
  protected AvailabilityCache open(TickingClock clock) {
    return new InProcessAvailability(TTL, clock);
  }
}
