package dev.lastseat.domain.stored;

import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.store.work.Jobs.Lease;

/** Jobs of what is stored of them. */
public final class StoredJobs {
  private StoredJobs() {}

  /** One that is about to be claimed, as it is then. */
  public static ClaimedJob claimed(Fields job, Lease lease) {
    return new ClaimedJob(
        job(job), job.integer("attempts") + 1, job.time("stateSince"), lease.word());
  }

  public static KnownJob known(Fields job) {
    JobState state =
        JobState.of(job.text("state").equals("open"), job.optionalText("lease").isPresent());
    return new KnownJob(
        job(job),
        state,
        job.integer("attempts"),
        job.optionalText("reason").orElse(""),
        job.time(state == JobState.DEAD ? "stateSince" : "dueAt"));
  }

  private static Job job(Fields job) {
    return new Job(
        job.text("id", JobId::new), job.text("kind"), job.text("payload"), job.time("since"));
  }
}
