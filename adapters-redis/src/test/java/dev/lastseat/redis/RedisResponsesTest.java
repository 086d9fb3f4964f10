package dev.lastseat.redis;

import dev.lastseat.application.contract.RememberedResponsesContract;
import dev.lastseat.application.fake.FakeRememberedResponses;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.fixture.TickingClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisResponsesTest extends RememberedResponsesContract {
  @RegisterExtension private final Instances instances = new Instances();

  @Override
  protected RememberedResponses open(TickingClock clock) {
    return new RedisResponses(instances.open(clock), TTL, new FakeRememberedResponses(clock, TTL));
  }
}
