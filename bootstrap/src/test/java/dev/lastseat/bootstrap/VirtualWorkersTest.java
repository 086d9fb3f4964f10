package dev.lastseat.bootstrap;

import dev.lastseat.application.contract.WorkersContract;
import dev.lastseat.application.job.Workers;

class VirtualWorkersTest extends WorkersContract {
  @Override
  protected Workers workers() {
    return new VirtualWorkers();
  }
}
