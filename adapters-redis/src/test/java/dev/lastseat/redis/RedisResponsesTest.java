package dev.lastseat.redis;

import dev.lastseat.domain.contract.RememberedResponsesContract;
import dev.lastseat.domain.fake.FakeRememberedResponses;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.RememberedResponses;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisResponsesTest extends RememberedResponsesContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected RememberedResponses open(TickingClock clock) {
    return new RedisResponses(instances.open(clock), TTL, new FakeRememberedResponses(clock, TTL));
  }
}
