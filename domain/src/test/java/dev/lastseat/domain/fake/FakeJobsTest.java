package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.JobsContract;
import dev.lastseat.domain.port.store.work.Jobs;

class FakeJobsTest extends JobsContract {
  @Override
  protected Jobs open() {
    return new FakeJobs(new FakeStore());
  }
}
