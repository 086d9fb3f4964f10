package dev.lastseat.embedded.sqlite.job;

import dev.lastseat.domain.contract.JobsContract;
import dev.lastseat.domain.port.store.Jobs;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobsTest extends JobsContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Jobs open() {
    return open.in(folder).jobs();
  }
}
