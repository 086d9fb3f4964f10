package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.RememberedResponsesContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.RememberedResponses;

class FakeRememberedResponsesTest extends RememberedResponsesContract {
  @Override
  protected RememberedResponses open(TickingClock clock) {
    return new FakeRememberedResponses(clock, TTL);
  }
}
