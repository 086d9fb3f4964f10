package dev.lastseat.mongo.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobCount;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.stored.StoredJobs;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Jobs in the collection {@code jobs}. One that is claimed is due again when its lease ends, so
 * that what is due is one range of one index.
 */
public record MongoJobs(Database db) implements Jobs {
  private static final Function<Document, KnownJob> READ =
      DocumentFields.of("jobs", StoredJobs::known);

  /** Of so many times more that are due each instance takes some by chance: they seldom meet. */
  private static final int CANDIDATES = 3;

  private static final Bson OPEN = eq("state", "open");
  private static final Bson DONE = eq("state", "done");
  private static final Bson DEAD = eq("state", "dead");

  @Override
  public boolean add(Job job) {
    return db.insert(db.jobs(), document(job)).isEmpty();
  }

  @Override
  public void addAll(List<Job> jobs) {
    db.addUnlessKnown(db.jobs(), jobs.stream().map(MongoJobs::document).toList());
  }

  private static Document document(Job job) {
    return DocumentFields.whole(StoredJobs.values(job));
  }

  @Override
  public boolean anyDue(Set<String> kinds, Instant now) {
    return db.hasAny(db.jobs(), and(OPEN, Filters.in("kind", kinds), lte("dueAt", now)));
  }

  @Override
  public List<ClaimedJob> claim(String kind, int most, Instant now, Lease lease) {
    Bson due = and(OPEN, eq("kind", kind), lte("dueAt", now));
    List<Document> candidates =
        new ArrayList<>(
            db.list(db.jobs().find(due).sort(Sorts.ascending("dueAt")).limit(most * CANDIDATES)));
    if (candidates.size() > most) {
      Collections.shuffle(candidates, Random.from(db.random()));
    }
    return candidates.stream()
        .filter(candidate -> claim(candidate, lease))
        .limit(most)
        .map(it -> StoredJobs.claimed(new DocumentFields("jobs", it), lease))
        .toList();
  }

  /** Nobody has claimed it since it was read: who does makes it due later. */
  private boolean claim(Document candidate, Lease lease) {
    return db.update(
        db.jobs(),
        and(eq(candidate.get("_id")), OPEN, eq("dueAt", candidate.get("dueAt"))),
        Updates.combine(
            Updates.set("dueAt", lease.until()),
            Updates.set("lease", lease.word()),
            Updates.inc("attempts", 1)));
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
    return update(StoredJobs.leased(job), ended);
  }

  @Override
  public Page<KnownJob> list(JobState state, Optional<String> kind, PageRequest request) {
    return Pages.newestFirst(db.jobs(), "stateSince", READ)
        .read(
            db,
            Pages.all(List.of(Optional.of(in(state)), kind.map(it -> eq("kind", it)))),
            request);
  }

  private static Bson in(JobState state) {
    return switch (state) {
      case WAITING -> and(OPEN, exists("lease", false));
      case RUNNING -> and(OPEN, exists("lease"));
      case DEAD -> DEAD;
    };
  }

  @Override
  public List<JobCount> counts() {
    return Stream.of(JobState.values()).flatMap(this::counts).toList();
  }

  private Stream<JobCount> counts(JobState state) {
    List<Bson> byKind =
        List.of(
            Aggregates.match(in(state)), Aggregates.group("$kind", Accumulators.sum("jobs", 1)));
    return db.ask(() -> db.jobs().aggregate(byKind).into(new ArrayList<>())).stream()
        .map(
            it ->
                new JobCount(it.getString("_id"), state, it.get("jobs", Number.class).longValue()));
  }

  @Override
  public boolean retry(JobId id, Instant now) {
    return update(StoredJobs.dead().with("id", id.value()), StoredJobs.reopened(now));
  }

  private boolean update(Values found, Values changed) {
    return db.update(db.jobs(), DocumentFields.whole(found), DocumentFields.update(changed));
  }

  @Override
  public int retryAll(String kind, Instant now) {
    Bson reopened = DocumentFields.update(StoredJobs.reopened(now));
    return Math.toIntExact(
        db.ask(() -> db.jobs().updateMany(and(DEAD, eq("kind", kind)), reopened))
            .getModifiedCount());
  }

  @Override
  public void forgetDone(Instant before) {
    db.ask(() -> db.jobs().deleteMany(and(DONE, lt("stateSince", before))));
  }

  @Override
  public void forgetDead(String kind, Instant before) {
    db.ask(() -> db.jobs().deleteMany(and(DEAD, eq("kind", kind), lt("stateSince", before))));
  }
}
