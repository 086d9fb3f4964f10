package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.document.OrderDocuments;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Decides orders: of the order itself and the note that it was rolled back, whichever is inserted
 * first under its id. What refused an order is told in the words of the port.
 */
record OrderDecisions(Database db) {
  private static final Bson TOLD = Updates.set("told", true);

  /** Writes the order whose bookings are held and admitted, or rolls it back. */
  Recording commit(Order order) {
    Document judged = OrderDocuments.toDocument(order).append("told", true);
    Optional<String> obstacle = db.insert(db.orders(), judged);
    if (obstacle.isEmpty()) {
      holds().confirm(order);
      return new Recording.Recorded();
    }
    if (decide(order.id(), order.createdAt())) {
      return new Recording.Recorded();
    }
    if (obstacle.get().equals(Insertion.KEY_ONCE)) {
      return keyUsed(order);
    }
    throw new StoreUnavailable("the order was settled meanwhile");
  }

  /**
   * Rolls back, unless the order was written: whether it was. Done twice, it is the same.
   *
   * @throws StoreUnavailable when a majority of the servers does not know yet what refused the note
   */
  boolean decide(OrderId id, Instant now) {
    boolean noted = db.insert(db.orders(), OrderDocuments.rolledBack(id, now)).isEmpty();
    if (!noted && !db.hasAny(db.orders(), eq(id.value()))) {
      throw new StoreUnavailable("the order is not decided yet");
    }
    Optional<Order> written = written(eq(id.value()));
    written.ifPresentOrElse(holds()::confirm, () -> holds().release(id));
    return written.isPresent();
  }

  /** An order that is shown is whole. */
  Optional<Order> find(Bson filter) {
    Optional<Order> order = written(filter);
    order.filter(holds()::isUndecided).ifPresent(holds()::confirm);
    return order;
  }

  /** Whoever asks by the key is told that it was placed, so it must not be taken back any more. */
  Optional<Order> tell(Bson filter) {
    return find(filter).filter(it -> db.update(db.orders(), eq(it.id().value()), TOLD));
  }

  /** Whoever sees a list is told so too. Those that were taken back before that are left out. */
  List<Order> tell(List<Order> listed) {
    if (listed.isEmpty()) {
      return listed;
    }
    Bson them = in("_id", listed.stream().map(order -> order.id().value()).toList());
    db.ask(() -> db.orders().updateMany(them, TOLD));
    Set<OrderId> written =
        db.list(db.orders().find(them).projection(Projections.include("_id"))).stream()
            .map(order -> new OrderId(order.getString("_id")))
            .collect(Collectors.toSet());
    List<Order> told = listed.stream().filter(order -> written.contains(order.id())).toList();
    Set<OrderId> undecided = holds().undecidedOf(told);
    told.stream().filter(order -> undecided.contains(order.id())).forEach(holds()::confirm);
    return told;
  }

  private Optional<Order> written(Bson filter) {
    return db.first(db.orders().find(and(filter, OrderDocuments.WRITTEN)))
        .map(OrderDocuments::fromDocument);
  }

  /** By the error of one of its bookings. */
  Recording refusal(Booking.Live booking, BulkWriteError error) {
    EventId event = booking.details().eventId();
    return switch (Insertion.Lost.by(error)) {
      case PLACE -> new Recording.PlaceTaken(event);
      case ALLOWANCE -> new Recording.AllowanceSpent(event);
      case KEY -> keyUsed(booking);
    };
  }

  /**
   * Where a booking only ever met others, the store does not say what they had of it: the same key,
   * the same place, or neither any more.
   */
  Recording contended(Booking.Live booking) {
    if (db.hasAny(db.bookings(), othersUnderItsKey(booking))) {
      return keyUsed(booking);
    }
    return db.hasAny(db.bookings(), othersAtItsPlaces(booking))
        ? new Recording.PlaceTaken(booking.details().eventId())
        : new Recording.UnderWay();
  }

  /** The booking that has the key is alone, or of an order that is written or under way. */
  private Recording keyUsed(Booking.Live booking) {
    var others = db.bookings().find(othersUnderItsKey(booking));
    Optional<Document> existing = db.first(others.projection(Projections.include("orderId")));
    Optional<String> made = existing.map(it -> it.getString("orderId"));
    if (existing.isPresent() && made.isEmpty()) {
      return new Recording.KeyUsed(Optional.empty());
    }
    Optional<Order> order = made.flatMap(id -> tell(eq(id)));
    return order.isPresent() ? new Recording.KeyUsed(order) : new Recording.UnderWay();
  }

  private static Bson othersAtItsPlaces(Booking.Live booking) {
    return and(
        eq("eventId", booking.details().eventId().value()),
        in("places", booking.claim().places().ordinals()),
        ne("_id", booking.id().value()));
  }

  private static Bson othersUnderItsKey(Booking.Live booking) {
    BookingDetails details = booking.details();
    return and(
        BookingDocuments.underKey(details.userId(), details.key()),
        ne("orderId", details.order().map(OrderId::value).orElseThrow()));
  }

  /** By another order of its user under the same key, of other events. */
  Recording keyUsed(Order order) {
    return new Recording.KeyUsed(tell(BookingDocuments.underKey(order.userId(), order.key())));
  }

  private OrderHolds holds() {
    return new OrderHolds(db);
  }
}
