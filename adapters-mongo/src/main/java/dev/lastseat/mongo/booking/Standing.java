package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.port.ClockSkew;
import dev.lastseat.mongo.claim.BookingStatuses;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which new bookings and orders stand for good. They are judged after they were stored and may be
 * taken back then, so nobody may tell of them before. Marked as {@code told}, they are not taken
 * back any more. They are marked once their events admit them, as read after they were stored; and
 * once they are so old that whoever was to judge them has done so, or never will (ADR 30).
 */
public record Standing(Database db) {
  /** Those that are marked. */
  public static final Bson MARKED = exists("told");

  private static final Duration JUDGED = Connection.LONGEST_REQUEST.plus(ClockSkew.MAX);
  private static final int BATCH = 500;
  private static final int MOST_BATCHES = 20;

  /** Marks those that can be by now. */
  public void mark() {
    Instant judged = db.clock().instant().minus(JUDGED);
    eachBatch(db.orders(), new Document(), it -> markOrders(it, judged));
    eachBatch(db.bookings(), BookingStatuses.DECIDED, it -> markBookings(it, judged));
  }

  private void eachBatch(
      MongoCollection<Document> collection, Bson decided, Consumer<List<Document>> mark) {
    Bson unmarked = and(exists("unrelayed"), exists("told", false), decided);
    Bson following = unmarked;
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      var found = collection.find(following).projection(BookingDocuments.READ);
      List<Document> oldest = db.list(found.sort(Sorts.ascending("unrelayed", "_id")).limit(BATCH));
      if (!oldest.isEmpty()) {
        mark.accept(oldest);
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

  private void markOrders(List<Document> documents, Instant judged) {
    List<Order> orders =
        documents.stream()
            .flatMap(it -> Fields.readable(it, OrderDocuments::fromDocument))
            .toList();
    List<String> ids =
        orders.stream().flatMap(it -> it.bookings().stream()).map(BookingId::value).toList();
    var bookings = db.bookings().find(in("_id", ids)).projection(BookingDocuments.READ);
    Set<BookingId> admitted =
        admitted(read(db.list(bookings))).map(Booking::id).collect(Collectors.toSet());
    mark(
        db.orders(),
        orders.stream()
            .filter(it -> it.createdAt().isBefore(judged) || admitted.containsAll(it.bookings()))
            .map(it -> eq(it.id().value())));
  }

  /** Those of an order stand with it. */
  private void markBookings(List<Document> documents, Instant judged) {
    List<Booking> bookings = read(documents);
    Set<String> orders = markedOrders(bookings);
    Set<Booking> admitted = admitted(bookings).collect(Collectors.toSet());
    Predicate<Booking> alone =
        it -> it.details().bookedAt().isBefore(judged) || admitted.contains(it);
    Predicate<Booking> stands =
        it -> it.details().order().map(id -> orders.contains(id.value())).orElse(alone.test(it));
    mark(
        db.bookings(),
        bookings.stream().filter(stands).map(it -> BookingDocuments.all(List.of(it))));
  }

  private Set<String> markedOrders(List<Booking> bookings) {
    List<String> ids =
        bookings.stream()
            .flatMap(it -> it.details().order().stream())
            .map(OrderId::value)
            .distinct()
            .toList();
    var found = db.orders().find(and(in("_id", ids), MARKED)).projection(include("_id"));
    return ids.isEmpty()
        ? Set.of()
        : db.list(found).stream().map(it -> it.getString("_id")).collect(Collectors.toSet());
  }

  private static List<Booking> read(List<Document> documents) {
    return documents.stream()
        .flatMap(it -> Fields.readable(it, BookingDocuments::fromDocument))
        .toList();
  }

  /** Nobody takes back what its user has ended, or what ran out. */
  private Stream<Booking> admitted(List<Booking> bookings) {
    Admission admission =
        Admission.of(
            db,
            bookings.stream()
                .filter(Booking.Live.class::isInstance)
                .map(Booking.Live.class::cast)
                .toList());
    return bookings.stream()
        .filter(
            booking ->
                switch (booking) {
                  case Booking.Live live -> admission.admits(live);
                  case Booking.Cancelled cancelled ->
                      !cancelled.reason().equals(Reason.EVENT_CANCELLED);
                  case Booking.Expired _ -> true;
                });
  }

  /** Unless it was taken back meanwhile. */
  private void mark(MongoCollection<Document> collection, Stream<Bson> standing) {
    List<UpdateOneModel<Document>> marks =
        standing.map(it -> new UpdateOneModel<Document>(it, Updates.set("told", true))).toList();
    if (!marks.isEmpty()) {
      db.updateAll(collection, marks);
    }
  }
}
