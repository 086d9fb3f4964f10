package dev.lastseat.domain.stored;

import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Jobs of what is stored of them, and what becomes of them there. */
public final class StoredJobs {
  private static final String OPEN = "open";
  private static final String DONE = "done";
  private static final String DEAD = "dead";

  private StoredJobs() {}

  /** One that is about to be claimed, as it is then. */
  public static ClaimedJob claimed(Fields job, Lease lease) {
    return new ClaimedJob(
        job(job), job.integer("attempts") + 1, job.time("stateSince"), lease.word());
  }

  public static KnownJob known(Fields job) {
    JobState state =
        JobState.of(job.text("state").equals(OPEN), job.optionalText("lease").isPresent());
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

  /** One that is new. */
  public static Values values(Job job) {
    return new Values()
        .with("id", job.id().value())
        .with("kind", job.kind())
        .with("payload", job.payload())
        .with("since", job.since())
        .with("state", OPEN)
        .with("stateSince", job.since())
        .with("dueAt", job.since())
        .with("attempts", 0);
  }

  /** What it is found by as long as nobody else has claimed it. */
  public static Values leased(ClaimedJob job) {
    return new Values()
        .with("id", job.job().id().value())
        .with("state", OPEN)
        .with("lease", job.lease());
  }

  /** Only its name is kept. */
  public static Values done(Instant now) {
    return ended(DONE, now, null).with("payload", "");
  }

  public static Values postponed(String reason, Instant until) {
    return new Values()
        .with("dueAt", until)
        .with("reason", KnownJob.cut(reason))
        .with("lease", null);
  }

  /** The attempt does not count. */
  public static Values handedBack(ClaimedJob job, Instant now) {
    return new Values().with("dueAt", now).with("attempts", job.attempt() - 1).with("lease", null);
  }

  public static Values givenUp(String reason, Instant now) {
    return ended(DEAD, now, KnownJob.cut(reason));
  }

  private static Values ended(String state, Instant now, @Nullable String reason) {
    return new Values()
        .with("state", state)
        .with("stateSince", now)
        .with("reason", reason)
        .with("lease", null);
  }

  /** Of those that were given up, what they are found by. */
  public static Values dead() {
    return new Values().with("state", DEAD);
  }

  /** As if it were new, but for when it was due first. */
  public static Values reopened(Instant now) {
    return new Values()
        .with("state", OPEN)
        .with("stateSince", now)
        .with("dueAt", now)
        .with("attempts", 0)
        .with("reason", null);
  }
}
