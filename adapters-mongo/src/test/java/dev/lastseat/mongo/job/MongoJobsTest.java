package dev.lastseat.mongo.job;

import dev.lastseat.domain.contract.JobsContract;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoJobsTest extends JobsContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Jobs open() {
    return new MongoJobs(STORE.empty().db());
  }
}
