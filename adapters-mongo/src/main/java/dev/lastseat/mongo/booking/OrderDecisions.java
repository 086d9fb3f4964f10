package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
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
import dev.lastseat.mongo.standing.Admission;
import dev.lastseat.mongo.standing.UndecidedOrders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Decides orders: of the order itself and the note that it was rolled back, whichever is inserted
 * first under its id. What refused an order is told in the words of the port.
 */
record OrderDecisions(Database db) {

  /**
   * Writes the order whose bookings are held and admitted, unless somebody rolled it back: as an
   * event that changed meanwhile does.
   */
  Recording commit(Order order, List<? extends Booking.Live> bookings) {
    Optional<String> obstacle = db.insert(db.orders(), OrderDocuments.toDocument(order));
    if (obstacle.isEmpty()) {
      holds().confirm(order);
      return new Recording.Recorded();
    }
    if (decide(order.id())) {
      return new Recording.Recorded();
    }
    if (obstacle.get().equals(Insertion.KEY_ONCE)) {
      return keyUsed(order);
    }
    return Admission.of(db, bookings)
        .refusing(bookings)
        .map(Recording.NotAdmitted::new)
        .orElseThrow(() -> new StoreUnavailable("the order was settled meanwhile"));
  }

  /**
   * Rolls back, unless the order was written: whether it was. Done twice, it is the same.
   *
   * @throws StoreUnavailable when a majority of the servers does not know yet which it is
   */
  boolean decide(OrderId id) {
    new UndecidedOrders(db).rollBackUnlessWritten(id);
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

  /** The same for a list. */
  void makeWhole(List<Order> listed) {
    Set<OrderId> undecided = listed.isEmpty() ? Set.of() : holds().undecidedOf(listed);
    listed.stream().filter(order -> undecided.contains(order.id())).forEach(holds()::confirm);
  }

  private Optional<Order> written(Bson filter) {
    return db.first(
        db.orders().find(and(filter, OrderDocuments.WRITTEN)), OrderDocuments::fromDocument);
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
    Optional<Order> order = made.flatMap(id -> find(eq(id)));
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
    return new Recording.KeyUsed(find(BookingDocuments.underKey(order.userId(), order.key())));
  }

  private OrderHolds holds() {
    return new OrderHolds(db);
  }
}
