package dev.lastseat.embedded.memory;

import dev.lastseat.domain.contract.RateLimiterContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.RateLimiter;

class InProcessRateLimiterTest extends RateLimiterContract {
  @Override
  protected RateLimiter open(TickingClock clock) {
    return new InProcessRateLimiter(WINDOW, clock);
  }
}
