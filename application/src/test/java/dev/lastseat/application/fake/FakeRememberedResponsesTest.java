package dev.lastseat.application.fake;

import dev.lastseat.application.contract.RememberedResponsesContract;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.fixture.TickingClock;

class FakeRememberedResponsesTest extends RememberedResponsesContract {
  @Override
  protected RememberedResponses open(TickingClock clock) {
    return new FakeRememberedResponses(clock, TTL);
  }
}
