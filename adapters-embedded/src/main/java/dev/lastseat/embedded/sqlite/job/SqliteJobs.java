package dev.lastseat.embedded.sqlite.job;

import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobCount;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredJobs;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs in the table {@code job}. One that is claimed is due again when its lease ends, so that what
 * is due is one range of one index.
 */
public record SqliteJobs(Database database) implements Jobs {
  private static final int FEW_ATTEMPTS = 3;

  /** Without statistics the other index would seem as good. */
  private static final String ANY_DUE =
      """
      select 1 from job indexed by job_due
      where state = 'open' and kind in (select value from json_each(?)) and due_at <= ? limit 1
      """;

  private static final String DUE =
      """
      select * from job indexed by job_due
      where state = 'open' and kind = ? and due_at <= ? order by due_at limit ?
      """;

  private static final String CLAIM =
      "update job set due_at = ?, attempts = attempts + 1, lease = ? where id = ?";
  private static final String END_LEASES =
      """
      update job set due_at = since, lease = null
      where state = 'open' and lease is not null and attempts <= ?
      """;
  private static final String COUNTS =
      """
      select kind, state, lease, count(*) as jobs from job
      where state in ('open', 'dead') group by kind, state, lease is not null
      """;
  private static final String FORGET_DONE =
      "delete from job where state = 'done' and state_since < ?";
  private static final String FORGET_DEAD =
      "delete from job where state = 'dead' and kind = ? and state_since < ?";

  /**
   * What a process had begun when it ended is due again. For whoever opens the file, which nobody
   * else has open: all leases are of processes that are no more. What was begun again and again may
   * be what ends them, and waits.
   */
  public void endLeases() {
    try {
      database.update(END_LEASES, FEW_ATTEMPTS);
    } catch (StoreUnavailable full) {
      // They end by themselves.
    }
  }

  @Override
  public boolean add(Job job) {
    return database.write(transaction -> add(transaction, job));
  }

  @Override
  public void addAll(List<Job> jobs) {
    List<Job> _ = database.writeAll(jobs, SqliteJobs::add);
  }

  private static boolean add(Transaction transaction, Job job) throws SQLException {
    return Write.insert("insert or ignore into job", StoredJobs.values(job)).in(transaction);
  }

  @Override
  public boolean anyDue(Set<String> kinds, Instant now) {
    return database.first(ANY_DUE, _ -> true, kinds, now).isPresent();
  }

  @Override
  public List<ClaimedJob> claim(String kind, int most, Instant now, Lease lease) {
    return database.write(
        transaction -> {
          List<ClaimedJob> due =
              transaction.list(DUE, row -> StoredJobs.claimed(row, lease), kind, now, most);
          for (ClaimedJob claimed : due) {
            transaction.update(CLAIM, lease.until(), lease.word(), claimed.job().id().value());
          }
          return due;
        });
  }

  @Override
  public boolean finish(ClaimedJob job, Instant now) {
    return end(job, StoredJobs.done(now));
  }

  @Override
  public boolean postpone(ClaimedJob job, String reason, Instant until) {
    return end(job, StoredJobs.postponed(reason, until));
  }

  @Override
  public boolean handBack(ClaimedJob job, Instant now) {
    return end(job, StoredJobs.handedBack(job, now));
  }

  @Override
  public boolean giveUp(ClaimedJob job, String reason, Instant now) {
    return end(job, StoredJobs.givenUp(reason, now));
  }

  private boolean end(ClaimedJob job, Values ended) {
    return update(ended, StoredJobs.leased(job)) == 1;
  }

  @Override
  public Page<KnownJob> list(JobState state, Optional<String> kind, PageRequest request) {
    String condition =
        switch (state) {
          case WAITING -> "state = 'open' and lease is null";
          case RUNNING -> "state = 'open' and lease is not null";
          case DEAD -> "state = 'dead'";
        };
    Conditions wanted = Conditions.NONE.and(condition).and("kind = ?", kind);
    return database.snapshot(
        PageQuery.newestFirst("job", "state_since", wanted, request, StoredJobs::known));
  }

  @Override
  public List<JobCount> counts() {
    return database.scan(store -> store.list(COUNTS, SqliteJobs::count));
  }

  @Override
  public boolean retry(JobId id, Instant now) {
    return update(StoredJobs.reopened(now), StoredJobs.dead().with("id", id.value())) == 1;
  }

  @Override
  public int retryAll(String kind, Instant now) {
    return update(StoredJobs.reopened(now), StoredJobs.dead().with("kind", kind));
  }

  private int update(Values changed, Values found) {
    Write write = Write.update("job", changed, found);
    return database.update(write.sql(), write.values().toArray());
  }

  @Override
  public void forgetDone(Instant before) {
    database.update(FORGET_DONE, before);
  }

  @Override
  public void forgetDead(String kind, Instant before) {
    database.update(FORGET_DEAD, kind, before);
  }

  private static JobCount count(Row row) {
    boolean leased = row.optionalText("lease").isPresent();
    return new JobCount(
        row.text("kind"),
        JobState.of(row.text("state").equals("open"), leased),
        row.number("jobs"));
  }
}
