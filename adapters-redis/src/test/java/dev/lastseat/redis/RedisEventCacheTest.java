package dev.lastseat.redis;

import dev.lastseat.domain.contract.EventCacheContract;
import dev.lastseat.domain.fake.FakeEventCache;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.EventCache;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisEventCacheTest extends EventCacheContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected EventCache open(TickingClock clock) {
    return new RedisEventCache(instances.open(clock), new FakeEventCache(clock));
  }
}
