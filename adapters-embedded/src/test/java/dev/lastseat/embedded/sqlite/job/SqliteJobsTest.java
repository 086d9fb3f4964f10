package dev.lastseat.embedded.sqlite.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.JobsContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobsTest extends JobsContract {
  private static final Instant NOW = TickingClock.START;

  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Jobs open() {
    return open.in(folder).store().jobs();
  }

  @Test
  void what_the_last_process_had_begun_is_due_at_once_unless_it_may_be_what_ends_them() {
    open.closeAll();
    Jobs jobs = open();
    jobs.add(new Job(new JobId("a"), "mail", "", NOW));
    jobs.add(new Job(new JobId("put-off"), "mail", "", NOW.plusSeconds(60)));
    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThat(begun(jobs)).extracting(ClaimedJob::attempt).containsExactly(attempt);
      open.closeAll();
      jobs = open();
    }

    assertThat(begun(jobs)).isEmpty();
  }

  private static List<ClaimedJob> begun(Jobs jobs) {
    return jobs.claim("mail", 9, NOW, new Lease("word", NOW.plusSeconds(60)));
  }
}
