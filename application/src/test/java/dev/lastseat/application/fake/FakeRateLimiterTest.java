package dev.lastseat.application.fake;

import dev.lastseat.application.contract.RateLimiterContract;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.domain.fixture.TickingClock;

class FakeRateLimiterTest extends RateLimiterContract {
  @Override
  protected RateLimiter open(TickingClock clock) {
    return new FakeRateLimiter(clock, WINDOW);
  }
}
