package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static dev.lastseat.domain.booking.BookingStatus.CONFIRMED;
import static dev.lastseat.domain.booking.BookingStatus.PENDING;

import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.mongo.claim.BookingStatuses;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import dev.lastseat.mongo.standing.Admission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Orders: the bookings are inserted undecided and judged by their events, the insert of the order
 * decides, and one write sells or holds them all. Undecided bookings claim their places, and nobody
 * finds them. A change of an event that comes after it was read rolls the order back before it is
 * answered, or finds it decided.
 */
record OrderHolds(Database db) {
  private static final Bson UNDECIDED = eq("status", BookingStatuses.UNDECIDED);
  private static final List<Bson> DECIDED =
      List.of(
          new Document("$set", new Document("status", soldOrHeld()).append("told", true)),
          new Document("$unset", "undecidedSince"));

  private static Document soldOrHeld() {
    return new Document("$cond", List.of("$hold", PENDING.word(), CONFIRMED.word()));
  }

  /**
   * All are there and their events admit them, or none is.
   *
   * @param bookings in the order of their events
   */
  Recording record(Order order, List<? extends Booking.Live> bookings) {
    Optional<Recording> refusal =
        hold(bookings)
            .or(
                () ->
                    Admission.of(db, bookings).refusing(bookings).map(Recording.NotAdmitted::new));
    // Nobody but this recording could have written the order, so nobody needs a note.
    refusal.ifPresent(_ -> release(order.id()));
    return refusal.orElseGet(() -> new OrderDecisions(db).commit(order, bookings));
  }

  /**
   * One after the other, in the order of their events, and none after the first that is refused: of
   * two orders that share some events, one always gets on. One that only met others at the same
   * index entry is sent again.
   */
  Optional<Recording> hold(List<? extends Booking.Live> bookings) {
    List<Document> rest =
        BookingDocuments.ofOrder(bookings).stream().map(OrderHolds::undecided).toList();
    Backoff backoff = db.backoff();
    while (true) {
      List<BulkWriteError> errors = db.insertAll(db.bookings(), rest, true);
      if (errors.isEmpty()) {
        return Optional.empty();
      }
      BulkWriteError first = errors.getFirst();
      rest = rest.subList(first.getIndex(), rest.size());
      if (Failures.isDuplicate(first.getCode())) {
        return Optional.of(new OrderDecisions(db).refusal(firstOf(rest, bookings), first));
      }
      if (!backoff.pause()) {
        return Optional.of(new OrderDecisions(db).contended(firstOf(rest, bookings)));
      }
    }
  }

  private static Booking.Live firstOf(List<Document> rest, List<? extends Booking.Live> bookings) {
    return bookings.get(bookings.size() - rest.size());
  }

  private static Document undecided(Document booking) {
    return booking
        .append("status", BookingStatuses.UNDECIDED)
        .append("undecidedSince", booking.get("bookingDate"));
  }

  /** Those that were inserted for the order are gone. */
  void release(OrderId id) {
    Bson held = and(eq("orderId", id.value()), UNDECIDED);
    db.ask(() -> db.bookings().deleteMany(held));
  }

  /** Whether any of its bookings is still to be confirmed. */
  boolean isUndecided(Order order) {
    return db.hasAny(db.bookings(), undecided(List.of(order)));
  }

  /** Those of which any booking is. */
  Set<OrderId> undecidedOf(List<Order> orders) {
    return orders(undecided(orders));
  }

  private static Bson undecided(List<Order> orders) {
    Stream<BookingId> bookings = orders.stream().flatMap(order -> order.bookings().stream());
    return and(in("_id", bookings.map(BookingId::value).toList()), UNDECIDED);
  }

  /**
   * They are bookings like any other from now on, sold or held, and nobody takes them back: as if
   * they were told of.
   */
  void confirm(Order order) {
    db.ask(() -> db.bookings().updateMany(undecided(List.of(order)), DECIDED));
  }

  /** The orders of those that were made at or before {@code created}. */
  Set<OrderId> ordersUntil(Instant created) {
    return orders(BookingStatuses.undecided(created));
  }

  private Set<OrderId> orders(Bson bookings) {
    var found = db.bookings().find(bookings).projection(Projections.include("orderId"));
    return db.list(found).stream()
        .map(booking -> new OrderId(booking.getString("orderId")))
        .collect(Collectors.toSet());
  }
}
