package dev.lastseat.embedded.memory;

import dev.lastseat.application.contract.RememberedResponsesContract;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.fixture.TickingClock;

class InProcessResponsesTest extends RememberedResponsesContract {
  @Override
  protected RememberedResponses open(TickingClock clock) {
    return new InProcessResponses(TTL, clock);
  }
}
