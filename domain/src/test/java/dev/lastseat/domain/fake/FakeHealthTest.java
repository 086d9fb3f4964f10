package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.HealthContract;
import dev.lastseat.domain.port.Health;

class FakeHealthTest extends HealthContract {
  @Override
  protected Health well() {
    return new FakeHealth("fake", true);
  }

  @Override
  protected Health away() {
    FakeHealth health = new FakeHealth("fake", true);
    health.goAway();
    return health;
  }
}
