package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import dev.lastseat.mongo.standing.Admission;
import dev.lastseat.mongo.standing.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Bookings that go to the store in one command, each with an outcome of its own. Those that only
 * met others at the same index entry are sent again. What nobody waits for any more is not. Once
 * stored, they are judged by their events, and those that are not admitted are taken back.
 */
final class BookingBatch {
  /**
   * A booking, and where its outcome is told.
   *
   * @param document with the fact of it, made by the thread that acts for somebody
   * @param since when the wait for it began, as the observer tells moments
   */
  record Waiting(
      Booking.Live booking, Document document, CompletableFuture<Insertion> outcome, long since) {
    String id() {
      return booking.id().value();
    }

    boolean isAwaited() {
      return !outcome.isDone();
    }
  }

  private final Database db;
  private final List<Waiting> all;

  /** By the ids of the bookings; of those that are stored there is none until they are judged. */
  private final Map<String, Insertion> outcomes = new HashMap<>();

  BookingBatch(Database db, List<Waiting> all) {
    this.db = db;
    this.all = all;
  }

  /** Tells each what became of it. */
  void insert() {
    try {
      send(all);
    } catch (StoreUnavailable failure) {
      sendAgain(failure);
    }
    judge(all.stream().filter(it -> !outcomes.containsKey(it.id())).toList());
    all.forEach(it -> it.outcome().complete(outcomes.get(it.id())));
  }

  private void send(List<Waiting> bookings) {
    Backoff backoff = db.backoff();
    List<Waiting> contended = sendOnce(bookings);
    while (!contended.isEmpty() && backoff.pause()) {
      contended.forEach(it -> outcomes.remove(it.id()));
      contended = sendOnce(contended);
    }
  }

  /** Answers those that are worth another attempt. */
  private List<Waiting> sendOnce(List<Waiting> bookings) {
    List<Waiting> contended = new ArrayList<>();
    var documents = bookings.stream().map(Waiting::document).toList();
    for (BulkWriteError error : db.insertAll(db.bookings(), documents, false)) {
      Waiting waiting = bookings.get(error.getIndex());
      outcomes.put(waiting.id(), Insertion.refusedBy(error));
      if (Failures.isContention(error) && waiting.isAwaited()) {
        contended.add(waiting);
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
  private void sendAgain(StoreUnavailable failure) {
    outcomes.clear();
    try {
      Set<String> present = present(all);
      List<Waiting> absent =
          all.stream().filter(it -> !present.contains(it.id())).filter(Waiting::isAwaited).toList();
      if (!absent.isEmpty()) {
        send(absent);
      }
    } catch (StoreUnavailable again) {
      outcomes.clear();
    }
    try {
      Set<String> present = present(all);
      all.forEach(it -> outcomes.putIfAbsent(it.id(), new Insertion.Unknown(failure)));
      outcomes.keySet().removeAll(present);
    } catch (StoreUnavailable again) {
      all.forEach(it -> outcomes.put(it.id(), new Insertion.Unknown(again)));
    }
  }

  private Set<String> present(List<Waiting> bookings) {
    var found = db.bookings().find(in("_id", bookings.stream().map(Waiting::id).toList()));
    return db.list(found.projection(Projections.include("_id"))).stream()
        .map(document -> document.getString("_id"))
        .collect(Collectors.toSet());
  }

  /**
   * One read of the events for all that were stored before it began. Where that fails, whoever lost
   * is not told so: the next attempt would only wait for the store once more.
   */
  private void judge(List<Waiting> stored) {
    if (stored.isEmpty()) {
      return;
    }
    stored.forEach(it -> outcomes.put(it.id(), new Insertion.Stored()));
    try {
      Admission admission = Admission.of(db, bookings(stored));
      takeBack(stored.stream().filter(it -> !admission.admits(it.booking())).toList());
      keep(
          stored.stream()
              .filter(it -> admission.isChanging(it.booking()) && admission.admits(it.booking()))
              .toList());
    } catch (StoreUnavailable failure) {
      outcomes.replaceAll((_, _) -> new Insertion.Unknown(failure));
    }
  }

  /** One that its user found meanwhile stands. */
  private void takeBack(List<Waiting> refused) {
    if (!refused.isEmpty()) {
      new Standing(db).takeBack(bookings(refused));
      refuseThoseGone(refused);
    }
  }

  /** Once their events have changed, nobody else could tell them from those that came too late. */
  private void keep(List<Waiting> admitted) {
    if (!admitted.isEmpty()) {
      new Standing(db).keep(bookings(admitted));
      refuseThoseGone(admitted);
    }
  }

  private void refuseThoseGone(List<Waiting> judged) {
    Set<String> kept = present(judged);
    judged.stream()
        .filter(it -> !kept.contains(it.id()))
        .forEach(it -> outcomes.put(it.id(), new Insertion.NotAdmitted()));
  }

  private static List<Booking.Live> bookings(List<Waiting> batch) {
    return batch.stream().map(Waiting::booking).toList();
  }
}
