package dev.lastseat.bootstrap.background;

import dev.lastseat.application.contract.WorkersContract;
import dev.lastseat.application.job.Workers;
import java.time.Duration;

class VirtualWorkersTest extends WorkersContract {
  @Override
  protected Workers workers() {
    return new VirtualWorkers(Duration.ZERO);
  }
}
