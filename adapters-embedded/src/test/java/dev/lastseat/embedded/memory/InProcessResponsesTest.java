package dev.lastseat.embedded.memory;

import dev.lastseat.domain.contract.RememberedResponsesContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.RememberedResponses;

class InProcessResponsesTest extends RememberedResponsesContract {
  @Override
  protected RememberedResponses open(TickingClock clock) {
    return new InProcessResponses(TTL, clock);
  }
}
