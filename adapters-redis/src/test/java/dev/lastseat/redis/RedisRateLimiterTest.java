package dev.lastseat.redis;

import dev.lastseat.application.contract.RateLimiterContract;
import dev.lastseat.application.fake.FakeRateLimiter;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.domain.fixture.TickingClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRateLimiterTest extends RateLimiterContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected RateLimiter open(TickingClock clock) {
    return new RedisRateLimiter(instances.open(clock), WINDOW, new FakeRateLimiter(clock, WINDOW));
  }
}
