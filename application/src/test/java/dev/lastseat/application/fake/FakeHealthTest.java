package dev.lastseat.application.fake;

import dev.lastseat.application.contract.HealthContract;
import dev.lastseat.application.port.Health;

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
