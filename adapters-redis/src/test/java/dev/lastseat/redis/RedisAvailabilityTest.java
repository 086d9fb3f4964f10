package dev.lastseat.redis;

import dev.lastseat.domain.contract.AvailabilityCacheContract;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisAvailabilityTest extends AvailabilityCacheContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected AvailabilityCache open(TickingClock clock) {
    return new RedisAvailability(instances.open(clock), TTL, new FakeAvailabilityCache(clock, TTL));
  }
}
