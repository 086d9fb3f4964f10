package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/**
 * Bookings that go to the store in one command, each with an outcome of its own. Those that only
 * met others at the same index entry are sent again. What nobody waits for any more is not. Once
 * stored, they are judged by their events, and those that are not admitted are taken back.
 */
final class BookingBatch {
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final Database db;
  private final Predicate<Booking.Live> isAwaited;

  /** By the ids of the bookings; of those that are stored there is none until they are judged. */
  private final Map<String, Insertion> outcomes = new HashMap<>();

  BookingBatch(Database db, Predicate<Booking.Live> isAwaited) {
    this.db = db;
    this.isAwaited = isAwaited;
  }

  /** What became of each, by its id. */
  Map<String, Insertion> insert(List<Booking.Live> bookings) {
    try {
      send(bookings);
    } catch (StoreUnavailable failure) {
      sendAgain(bookings, failure);
    }
    judge(bookings.stream().filter(it -> !outcomes.containsKey(id(it))).toList());
    return outcomes;
  }

  private void send(List<Booking.Live> bookings) {
    Backoff backoff = db.backoff();
    List<Booking.Live> contended = sendOnce(bookings);
    while (!contended.isEmpty() && backoff.pause()) {
      contended.forEach(it -> outcomes.remove(id(it)));
      contended = sendOnce(contended);
    }
  }

  /** Answers those that are worth another attempt. */
  private List<Booking.Live> sendOnce(List<Booking.Live> bookings) {
    List<Booking.Live> contended = new ArrayList<>();
    var documents = bookings.stream().map(BookingDocuments::toDocument).toList();
    for (BulkWriteError error : db.insertAll(db.bookings(), documents, UNORDERED)) {
      Booking.Live booking = bookings.get(error.getIndex());
      outcomes.put(id(booking), Insertion.refusedBy(error));
      if (Failures.isContention(error) && isAwaited.test(booking)) {
        contended.add(booking);
      }
    }
    return contended;
  }

  /**
   * A command that failed as a whole says nothing about any of them: the store is asked which are
   * there, the absent ones are sent once more, under the same ids, and the store has the last word;
   * for the first command may still be on its way, and those be refused by themselves. What cannot
   * be told even then is unknown.
   */
  private void sendAgain(List<Booking.Live> bookings, StoreUnavailable failure) {
    outcomes.clear();
    try {
      Set<String> present = present(bookings);
      List<Booking.Live> absent =
          bookings.stream().filter(it -> !present.contains(id(it))).filter(isAwaited).toList();
      if (!absent.isEmpty()) {
        send(absent);
      }
    } catch (StoreUnavailable again) {
      outcomes.clear();
    }
    try {
      Set<String> present = present(bookings);
      bookings.forEach(it -> outcomes.putIfAbsent(id(it), new Insertion.Unknown(failure)));
      outcomes.keySet().removeAll(present);
    } catch (StoreUnavailable again) {
      bookings.forEach(it -> outcomes.put(id(it), new Insertion.Unknown(again)));
    }
  }

  private Set<String> present(List<Booking.Live> bookings) {
    var found = db.bookings().find(in("_id", bookings.stream().map(BookingBatch::id).toList()));
    return db.list(found.projection(Projections.include("_id"))).stream()
        .map(document -> document.getString("_id"))
        .collect(Collectors.toSet());
  }

  /**
   * One read of the events for all that were stored before it began. Where that fails, whoever lost
   * is not told so: the next attempt would only wait for the store once more.
   */
  private void judge(List<Booking.Live> stored) {
    if (stored.isEmpty()) {
      return;
    }
    stored.forEach(it -> outcomes.put(id(it), new Insertion.Stored()));
    try {
      Admission admission = Admission.of(db, stored);
      takeBack(stored.stream().filter(it -> !admission.admits(it)).toList());
    } catch (StoreUnavailable failure) {
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
    Bson untouched = size("facts", 1);
    Bson swept = eq("reason", Reason.EVENT_CANCELLED.text());
    Bson unknown = and(BookingDocuments.all(refused), exists("told", false), or(untouched, swept));
    db.ask(() -> db.bookings().deleteMany(unknown));
    Set<String> kept = present(refused);
    refused.stream()
        .filter(it -> !kept.contains(id(it)))
        .forEach(it -> outcomes.put(id(it), new Insertion.NotAdmitted()));
  }

  private static String id(Booking booking) {
    return booking.id().value();
  }
}
