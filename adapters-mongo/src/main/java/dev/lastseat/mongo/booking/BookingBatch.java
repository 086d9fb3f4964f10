package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Bookings that go to the store in one command, each with an outcome of its own. A command that
 * fails as a whole says nothing about any of them: then the store is asked which are there, the
 * absent ones are sent once more, under the same ids, and what cannot be told even then is unknown.
 * What nobody waits for any more is not sent again. Once stored, they are judged by their events,
 * and those that are not admitted are taken back.
 */
final class BookingBatch {
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  /** A booking, as it is sent. */
  record Item(Booking.Live booking, Document document) {
    static Item of(Booking.Live booking) {
      return new Item(booking, BookingDocuments.toDocument(booking));
    }

    String id() {
      return booking.id().value();
    }
  }

  private final Database db;
  private final Predicate<String> isAwaited;
  private final Map<String, Insertion> outcomes = new HashMap<>();

  BookingBatch(Database db, Predicate<String> isAwaited) {
    this.db = db;
    this.isAwaited = isAwaited;
  }

  /** What became of each document, by its id. */
  Map<String, Insertion> insert(List<Item> items) {
    Map<String, Item> open = new HashMap<>();
    items.forEach(item -> open.put(item.id(), item));
    try {
      insertAll(items);
    } catch (MongoException failure) {
      insertAgain(open, failure);
    }
    open.keySet().removeAll(outcomes.keySet());
    judge(open);
    return outcomes;
  }

  /** Those that only met others at the same index entry are sent again. */
  private void insertAll(Collection<Item> items) {
    Backoff.Attempts attempts = db.attempts();
    List<Item> contended = insertOnce(List.copyOf(items), attempts);
    while (!contended.isEmpty()) {
      attempts.pause();
      contended = insertOnce(contended, attempts);
    }
  }

  /** Answers those that are worth another attempt. */
  private List<Item> insertOnce(List<Item> sent, Backoff.Attempts attempts) {
    try {
      db.bookings().insertMany(sent.stream().map(Item::document).toList(), UNORDERED);
      return List.of();
    } catch (MongoBulkWriteException failure) {
      if (!Failures.areRefusals(failure)) {
        throw failure;
      }
      return refuse(sent, failure, attempts.mayGoOn());
    }
  }

  private List<Item> refuse(List<Item> sent, MongoBulkWriteException failure, boolean mayGoOn) {
    List<Item> contended = new ArrayList<>();
    for (BulkWriteError error : failure.getWriteErrors()) {
      Item item = sent.get(error.getIndex());
      if (Failures.isContention(error) && mayGoOn && isAwaited.test(item.id())) {
        contended.add(item);
      } else if (Failures.isOfItself(error)) {
        outcomes.put(item.id(), new Insertion.Unknown(failure));
      } else {
        outcomes.put(item.id(), new Insertion.Lost(Insertion.Obstacle.of(error)));
      }
    }
    return contended;
  }

  private void insertAgain(Map<String, Item> open, MongoException failure) {
    outcomes.clear();
    try {
      Map<String, Item> absent = new HashMap<>(open);
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
  private void giveUp(Map<String, Item> absent, MongoException failure) {
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
          .forEach(document -> present.add(document.getString("_id")));
    }
    return present;
  }

  /**
   * One read of the events for all that were stored before it began. Where that fails, whoever lost
   * is not told so: the next attempt would only wait for the store once more.
   */
  private void judge(Map<String, Item> stored) {
    if (stored.isEmpty()) {
      return;
    }
    List<Booking.Live> bookings = stored.values().stream().map(Item::booking).toList();
    try {
      Admission admission = Admission.of(db, bookings);
      bookings.forEach(it -> outcome(it, new Insertion.Stored()));
      takeBack(bookings.stream().filter(it -> !admission.admits(it)).toList());
    } catch (MongoException failure) {
      stored.keySet().forEach(id -> outcomes.put(id, new Insertion.Unknown(failure)));
      outcomes.replaceAll((_, _) -> new Insertion.Unknown(failure));
    }
  }

  /**
   * Nobody was told of them, so they go as if they had never been, and with them their keys; even
   * those that a change of their event has moved or cancelled. One that its user found meanwhile
   * stands.
   */
  private void takeBack(List<Booking.Live> refused) {
    if (refused.isEmpty()) {
      return;
    }
    List<String> ids = refused.stream().map(it -> it.id().value()).toList();
    Bson untouched = size(BookingDocuments.FACTS, 1);
    Bson swept = eq("reason", Reason.EVENT_CANCELLED.text());
    Bson unknown =
        and(
            BookingDocuments.all(refused),
            exists(BookingDocuments.TOLD, false),
            or(untouched, swept));
    db.contend(() -> db.bookings().deleteMany(unknown));
    Set<String> kept = present(Set.copyOf(ids));
    refused.stream()
        .filter(it -> !kept.contains(it.id().value()))
        .forEach(it -> outcome(it, new Insertion.NotAdmitted()));
  }

  private void outcome(Booking booking, Insertion insertion) {
    outcomes.put(booking.id().value(), insertion);
  }
}
