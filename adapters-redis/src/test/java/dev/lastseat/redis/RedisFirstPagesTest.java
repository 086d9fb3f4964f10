package dev.lastseat.redis;

import dev.lastseat.domain.contract.FirstPagesContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.FirstPages;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisFirstPagesTest extends FirstPagesContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected FirstPages open(TickingClock clock) {
    return new RedisFirstPages(instances.open(clock));
  }
}
