package dev.lastseat.application.fake;

import dev.lastseat.application.contract.WorkersContract;
import dev.lastseat.application.job.Workers;

class FakeWorkersTest extends WorkersContract {
  @Override
  protected Workers workers() {
    return new FakeWorkers();
  }
}
