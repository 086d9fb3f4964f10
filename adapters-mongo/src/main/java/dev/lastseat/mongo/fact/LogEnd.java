package dev.lastseat.mongo.fact;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Where the log grows. A fact takes the next sequence as its id, in one ordered insert with those
 * that follow it: of several who append, one gets the sequence, and the others go on behind what it
 * wrote. So the log has no gaps, whoever ends in the middle.
 */
record LogEnd(Database db) {
  static final String VERSION_ONCE = "version_once";

  /** The sequence of the last one; 0 without any. */
  long sequence() {
    var last = db.facts().find().sort(Sorts.descending("_id"));
    return db.first(last.projection(Projections.include("_id")))
        .map(it -> it.get("_id", Number.class).longValue())
        .orElse(0L);
  }

  /**
   * In that order; without those that the log has already. Whether nobody else did so meanwhile.
   */
  boolean append(List<Document> facts) {
    Backoff backoff = db.backoff();
    List<Document> rest = facts;
    boolean alone = true;
    while (!rest.isEmpty()) {
      number(rest);
      List<BulkWriteError> errors = db.insertAll(db.facts(), rest, true);
      if (errors.isEmpty()) {
        return alone;
      }
      alone = false;
      BulkWriteError first = errors.getFirst();
      rest = rest.subList(first.getIndex(), rest.size());
      rest = isKnown(first) ? unknown(rest) : rest;
      if (!rest.isEmpty()) {
        backoff.pauseOrFail("others write to the log of facts all the time");
      }
    }
    return alone;
  }

  private void number(List<Document> facts) {
    long sequence = sequence();
    for (Document fact : facts) {
      fact.put("_id", ++sequence);
    }
  }

  private static boolean isKnown(BulkWriteError error) {
    return Failures.isDuplicate(error.getCode())
        && Failures.index(error.getMessage()).equals(VERSION_ONCE);
  }

  private List<Document> unknown(List<Document> facts) {
    List<String> streams = facts.stream().map(it -> it.getString("stream")).distinct().toList();
    var found = db.facts().find(in("stream", streams));
    Set<String> known =
        db.list(found.projection(Projections.include("stream", "version"))).stream()
            .map(LogEnd::id)
            .collect(Collectors.toSet());
    return facts.stream().filter(it -> !known.contains(id(it))).toList();
  }

  private static String id(Document fact) {
    return fact.getString("stream") + "/" + fact.get("version", Number.class).longValue();
  }
}
