package dev.lastseat.mongo.standing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.mongo.claim.BookingStatuses;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.DocumentFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which new bookings that were made alone stand for good. They are judged after they were stored
 * and may be taken back then, so nobody may tell of them before. Marked as {@code told}, they are
 * not taken back any more. They are marked once their events admit them, as read after they were
 * stored; and once they are so old that whoever was to judge them has done so, or never will (ADR
 * 30).
 *
 * <p>Before an event changes, those that it admits are marked as {@code kept}, and nobody takes
 * them back but who is to judge them. So what was answered is marked, or its event admits it; one
 * that is neither was stored by somebody who did not live to judge it, after its event had changed,
 * and is taken back (ADR 10).
 */
public record Standing(Database db) {
  /** Those that are marked. */
  public static final Bson MARKED = exists("told");

  /** Those of an order are marked when it is decided. */
  private static final Bson UNMARKED =
      and(exists("unrelayed"), exists("told", false), BookingStatuses.DECIDED);

  private static final Bson UNKEPT = exists("kept", false);
  private static final Bson TOLD = Updates.set("told", true);
  private static final Duration JUDGED = Connection.LONGEST_REQUEST.plus(ClockSkew.MAX);
  private static final int BATCH = 500;
  private static final int MOST_BATCHES = 20;

  /** Marks those that can be by now, and takes back those that nobody else will. */
  public void mark() {
    Instant judged = db.clock().instant().minus(JUDGED);
    eachBatch(UNMARKED, MOST_BATCHES, it -> mark(it, judged));
  }

  /** Keeps those that the event admits as it is, before it changes. */
  public void keepAdmittedBy(Event event) {
    eachBatch(
        and(eq("eventId", event.id().value()), UNMARKED, UNKEPT),
        Integer.MAX_VALUE,
        documents ->
            keep(live(read(documents)).filter(it -> BookingPolicy.admits(event, it)).toList()));
  }

  /** Unless they were taken back meanwhile. */
  public void keep(Collection<? extends Booking> admitted) {
    setAll(admitted, Updates.set("kept", true));
  }

  /** Marks one that somebody asks for; whether it stands. */
  public boolean tell(Booking booking) {
    if (isRefused(booking, Admission.of(db, List.of(booking)))) {
      takeBack(List.of(booking), UNKEPT);
    }
    return db.update(db.bookings(), BookingDocuments.all(List.of(booking)), TOLD);
  }

  /**
   * For who was to judge them. Nobody was told of them, so they go as if they had never been, and
   * with them their keys; even those that a change of their event has moved or cancelled. One that
   * is marked stands, and one that its user has confirmed or ended.
   */
  public void takeBack(Collection<? extends Booking> refused) {
    takeBack(refused, new Document());
  }

  private void takeBack(Collection<? extends Booking> refused, Bson condition) {
    if (!refused.isEmpty()) {
      Bson swept = eq("reason", Reason.EVENT_CANCELLED.text());
      Bson asStored = or(refused.stream().map(Standing::asStored).toList());
      Bson untold = and(BookingDocuments.all(refused), exists("told", false), condition);
      db.ask(() -> db.bookings().deleteMany(and(untold, or(asStored, swept))));
    }
  }

  private static Bson asStored(Booking booking) {
    return and(eq(booking.id().value()), eq("status", firstStatus(booking).word()));
  }

  /** To which no booking returns. */
  private static BookingStatus firstStatus(Booking booking) {
    return booking.details().hold() ? BookingStatus.PENDING : BookingStatus.CONFIRMED;
  }

  private void eachBatch(Bson unmarked, int most, Consumer<List<Document>> each) {
    Bson following = unmarked;
    for (int batch = 0; batch < most; batch++) {
      var found = db.bookings().find(following).projection(BookingDocuments.READ);
      List<Document> oldest = db.list(found.sort(Sorts.ascending("unrelayed", "_id")).limit(BATCH));
      if (!oldest.isEmpty()) {
        each.accept(oldest);
      }
      if (oldest.size() < BATCH) {
        return;
      }
      following = and(unmarked, after(oldest.getLast()));
    }
  }

  private static Bson after(Document last) {
    Object time = last.get("unrelayed");
    return and(gte("unrelayed", time), or(gt("unrelayed", time), gt("_id", last.get("_id"))));
  }

  private void mark(List<Document> documents, Instant judged) {
    List<Booking> bookings = read(documents);
    Admission admission = Admission.of(db, bookings);
    takeBack(bookings.stream().filter(it -> isRefused(it, admission)).toList(), UNKEPT);
    Predicate<Booking> stands =
        it -> it.details().bookedAt().isBefore(judged) || isAdmitted(it, admission);
    setAll(bookings.stream().filter(stands).toList(), TOLD);
  }

  private static boolean isRefused(Booking booking, Admission admission) {
    return admission.knowsEventOf(booking) && !isAdmitted(booking, admission);
  }

  /** Nobody takes back what its user has confirmed or ended, or what ran out. */
  private static boolean isAdmitted(Booking booking, Admission admission) {
    return switch (booking) {
      case Booking.Live live ->
          BookingStatus.of(live) != firstStatus(live) || admission.admits(live);
      case Booking.Cancelled cancelled -> !cancelled.reason().equals(Reason.EVENT_CANCELLED);
      case Booking.Expired _ -> true;
    };
  }

  private static List<Booking> read(List<Document> documents) {
    return DocumentFields.readable(documents, BookingDocuments::fromDocument);
  }

  private static Stream<Booking.Live> live(List<Booking> bookings) {
    return bookings.stream().filter(Booking.Live.class::isInstance).map(Booking.Live.class::cast);
  }

  private void setAll(Collection<? extends Booking> bookings, Bson mark) {
    if (!bookings.isEmpty()) {
      db.ask(() -> db.bookings().updateMany(BookingDocuments.all(bookings), mark));
    }
  }
}
