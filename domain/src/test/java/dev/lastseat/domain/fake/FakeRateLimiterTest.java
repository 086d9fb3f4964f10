package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.RateLimiterContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.RateLimiter;

class FakeRateLimiterTest extends RateLimiterContract {
  @Override
  protected RateLimiter open(TickingClock clock) {
    return new FakeRateLimiter(clock, WINDOW);
  }
}
