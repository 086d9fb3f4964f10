package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import dev.lastseat.mongo.event.EventReads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * Bookings that go to the store in one command, each with an outcome of its own. A command that
 * fails as a whole says nothing about any of them: then the store is asked which are there, the
 * absent ones are sent once more, under the same ids, and what cannot be told even then is unknown.
 * What nobody waits for any more is not sent again: nobody would look at its event.
 */
final class BookingBatch {
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final Database db;
  private final Predicate<String> isAwaited;
  private final Map<String, Insertion> outcomes = new HashMap<>();

  BookingBatch(Database db, Predicate<String> isAwaited) {
    this.db = db;
    this.isAwaited = isAwaited;
  }

  /** What became of each document, by its id. */
  Map<String, Insertion> insert(List<Document> documents) {
    Map<String, Document> open = new HashMap<>();
    documents.forEach(document -> open.put(id(document), document));
    try {
      insertAll(documents);
    } catch (MongoException failure) {
      insertAgain(open, failure);
    }
    open.keySet().removeAll(outcomes.keySet());
    lookAgain(open);
    return outcomes;
  }

  /** Those that only met others at the same index entry are sent again. */
  private void insertAll(Collection<Document> documents) {
    Backoff.Attempts attempts = db.attempts();
    List<Document> contended = insertOnce(List.copyOf(documents), attempts);
    while (!contended.isEmpty()) {
      attempts.pause();
      contended = insertOnce(contended, attempts);
    }
  }

  /** Answers those that are worth another attempt. */
  private List<Document> insertOnce(List<Document> sent, Backoff.Attempts attempts) {
    try {
      db.bookings().insertMany(sent, UNORDERED);
      return List.of();
    } catch (MongoBulkWriteException failure) {
      if (!Failures.areRefusals(failure)) {
        throw failure;
      }
      return refuse(sent, failure, attempts.mayGoOn());
    }
  }

  private List<Document> refuse(
      List<Document> sent, MongoBulkWriteException failure, boolean mayGoOn) {
    List<Document> contended = new ArrayList<>();
    for (BulkWriteError error : failure.getWriteErrors()) {
      Document document = sent.get(error.getIndex());
      if (Failures.isContention(error) && mayGoOn && isAwaited.test(id(document))) {
        contended.add(document);
      } else if (Failures.isOfItself(error)) {
        outcomes.put(id(document), new Insertion.Unknown(failure));
      } else {
        outcomes.put(id(document), new Insertion.Lost(Insertion.Obstacle.of(error)));
      }
    }
    return contended;
  }

  private void insertAgain(Map<String, Document> open, MongoException failure) {
    outcomes.clear();
    try {
      Map<String, Document> absent = new HashMap<>(open);
      absent.keySet().removeAll(present(open.keySet()));
      giveUp(absent, failure);
      if (!absent.isEmpty()) {
        insertAll(absent.values());
        // Refused by itself, when the first command was only late.
        outcomes.keySet().removeAll(present(outcomes.keySet()));
      }
    } catch (MongoException again) {
      outcomes.clear();
      tellByStore(open.keySet(), again);
    }
  }

  /** The first command may still be on its way with them. */
  private void giveUp(Map<String, Document> absent, MongoException failure) {
    absent.keySet().stream()
        .filter(isAwaited.negate())
        .forEach(id -> outcomes.put(id, new Insertion.Unknown(failure)));
    absent.keySet().removeAll(outcomes.keySet());
  }

  private void tellByStore(Set<String> ids, MongoException failure) {
    Set<String> unknown = new HashSet<>(ids);
    try {
      unknown.removeAll(present(ids));
    } catch (MongoException again) {
      failure.addSuppressed(again);
    }
    unknown.forEach(id -> outcomes.put(id, new Insertion.Unknown(failure)));
  }

  private Set<String> present(Set<String> ids) {
    Set<String> present = new HashSet<>();
    if (!ids.isEmpty()) {
      db.bookings()
          .find(in("_id", ids))
          .projection(Projections.include("_id"))
          .forEach(document -> present.add(id(document)));
    }
    return present;
  }

  /**
   * One read of the events for all that were stored before it began. Where that fails, whoever lost
   * is not told so: the next attempt would only wait for the store once more.
   */
  private void lookAgain(Map<String, Document> stored) {
    if (stored.isEmpty()) {
      return;
    }
    try {
      Map<EventId, Event> seen =
          new EventReads(db).find(stored.values().stream().map(BookingBatch::event).toList());
      stored.forEach(
          (id, booking) ->
              outcomes.put(
                  id, new Insertion.Stored(Optional.ofNullable(seen.get(event(booking))))));
    } catch (MongoException failure) {
      stored.keySet().forEach(id -> outcomes.put(id, new Insertion.Unknown(failure)));
      outcomes.replaceAll((_, _) -> new Insertion.Unknown(failure));
    }
  }

  private static EventId event(Document booking) {
    return new EventId(booking.getString(BookingDocuments.EVENT_ID));
  }

  private static String id(Document document) {
    return document.getString("_id");
  }
}
