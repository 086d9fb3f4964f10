package dev.lastseat.redis;

import dev.lastseat.domain.contract.PlaceHintsContract;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.PlaceHints;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisHintsTest extends PlaceHintsContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected PlaceHints open(TickingClock clock) {
    return new RedisHints(instances.open(clock), new FakePlaceHints(clock));
  }
}
