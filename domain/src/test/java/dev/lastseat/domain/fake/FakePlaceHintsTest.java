package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.PlaceHintsContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.PlaceHints;

class FakePlaceHintsTest extends PlaceHintsContract {
  @Override
  protected PlaceHints open(TickingClock clock) {
    return new FakePlaceHints(clock);
  }
}
