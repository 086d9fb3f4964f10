package dev.lastseat.redis;

import dev.lastseat.domain.contract.RateLimiterContract;
import dev.lastseat.domain.fake.FakeRateLimiter;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.RateLimiter;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRateLimiterTest extends RateLimiterContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected RateLimiter open(TickingClock clock) {
    return new RedisRateLimiter(instances.open(clock), WINDOW, new FakeRateLimiter(clock, WINDOW));
  }
}
