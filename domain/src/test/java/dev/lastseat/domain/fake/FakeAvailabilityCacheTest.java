package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.AvailabilityCacheContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.AvailabilityCache;
import java.time.Duration;

class FakeAvailabilityCacheTest extends AvailabilityCacheContract {
  @Override
  protected AvailabilityCache open() {
    return new FakeAvailabilityCache(new TickingClock(), Duration.ofSeconds(5));
  }
}
