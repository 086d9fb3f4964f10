package dev.lastseat.mongo.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
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
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import dev.lastseat.mongo.engine.Failures;
import dev.lastseat.mongo.engine.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
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
  private static final Bson NO_LEASE = Updates.unset("lease");
  private static final Document LEASE_TYPE = new Document("$type", "$lease");

  @Override
  public boolean add(Job job) {
    return db.insert(db.jobs(), document(job)).isEmpty();
  }

  /** One that is refused is known, unless others were in its way. */
  @Override
  public void addAll(List<Job> jobs) {
    if (!jobs.isEmpty()) {
      db.insertAll(db.jobs(), jobs.stream().map(MongoJobs::document).toList(), false).stream()
          .filter(Failures::isContention)
          .forEach(refused -> add(jobs.get(refused.getIndex())));
    }
  }

  private static Document document(Job job) {
    return new Document("_id", job.id().value())
        .append("kind", job.kind())
        .append("payload", job.payload())
        .append("since", job.since())
        .append("state", "open")
        .append("stateSince", job.since())
        .append("dueAt", job.since())
        .append("attempts", 0);
  }

  @Override
  public boolean anyDue(Set<String> kinds, Instant now) {
    return db.hasAny(db.jobs(), and(OPEN, in("kind", kinds), lte("dueAt", now)));
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
    return end(
        job,
        Updates.set("state", "done"),
        Updates.set("stateSince", now),
        Updates.set("payload", ""),
        Updates.unset("reason"));
  }

  @Override
  public boolean postpone(ClaimedJob job, String reason, Instant until) {
    return end(job, Updates.set("dueAt", until), Updates.set("reason", KnownJob.cut(reason)));
  }

  @Override
  public boolean handBack(ClaimedJob job, Instant now) {
    return end(job, Updates.set("dueAt", now), Updates.inc("attempts", -1));
  }

  @Override
  public boolean giveUp(ClaimedJob job, String reason, Instant now) {
    return end(
        job,
        Updates.set("state", "dead"),
        Updates.set("stateSince", now),
        Updates.set("reason", KnownJob.cut(reason)));
  }

  private boolean end(ClaimedJob job, Bson... changes) {
    return db.update(
        db.jobs(),
        and(eq(job.job().id().value()), OPEN, eq("lease", job.lease())),
        Updates.combine(Updates.combine(changes), NO_LEASE));
  }

  @Override
  public Page<KnownJob> list(JobState state, Optional<String> kind, PageRequest request) {
    Bson inState =
        switch (state) {
          case WAITING -> and(OPEN, exists("lease", false));
          case RUNNING -> and(OPEN, exists("lease"));
          case DEAD -> DEAD;
        };
    return Pages.newestFirst(db.jobs(), "stateSince", READ)
        .read(db, kind.map(it -> and(inState, eq("kind", it))).orElse(inState), request);
  }

  @Override
  public List<JobCount> counts() {
    Document group =
        new Document("kind", "$kind").append("state", "$state").append("lease", LEASE_TYPE);
    List<Bson> pipeline =
        List.of(
            Aggregates.match(in("state", "open", "dead")),
            Aggregates.group(group, Accumulators.sum("jobs", 1)));
    return db.ask(() -> db.jobs().aggregate(pipeline).into(new ArrayList<>())).stream()
        .map(MongoJobs::count)
        .toList();
  }

  private static JobCount count(Document sum) {
    Document of = sum.get("_id", Document.class);
    boolean leased = of.getString("lease").equals("string");
    return new JobCount(
        of.getString("kind"),
        JobState.of(of.getString("state").equals("open"), leased),
        sum.get("jobs", Number.class).longValue());
  }

  @Override
  public boolean retry(JobId id, Instant now) {
    return db.update(db.jobs(), and(eq(id.value()), DEAD), reopened(now));
  }

  @Override
  public int retryAll(String kind, Instant now) {
    return db.ask(
        () ->
            Math.toIntExact(
                db.jobs()
                    .updateMany(and(DEAD, eq("kind", kind)), reopened(now))
                    .getModifiedCount()));
  }

  private static Bson reopened(Instant now) {
    return Updates.combine(
        Updates.set("state", "open"),
        Updates.set("stateSince", now),
        Updates.set("dueAt", now),
        Updates.set("attempts", 0),
        Updates.unset("reason"));
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
