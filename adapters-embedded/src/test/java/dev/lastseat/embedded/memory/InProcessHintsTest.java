package dev.lastseat.embedded.memory;

import dev.lastseat.domain.contract.PlaceHintsContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.PlaceHints;

class InProcessHintsTest extends PlaceHintsContract {
  @Override
  protected PlaceHints open(TickingClock clock) {
    return new InProcessHints(clock);
  }
}
