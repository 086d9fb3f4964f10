package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Orders in the collection {@code orders}, on a server without transactions or with: the bookings
 * are inserted undecided, the insert of the order decides, and one update confirms them all.
 * Rolling back inserts a note under the same id first, so that exactly one decision wins.
 */
record MongoOrders(Store store) implements Orders {

  @Override
  public Recording record(Order order, List<Booking.Confirmed> bookings) {
    List<Booking.Confirmed> sorted =
        bookings.stream()
            .sorted(Comparator.comparing(booking -> booking.details().eventId().value()))
            .toList();
    Optional<Recording> refusal = hold(sorted);
    if (refusal.isPresent()) {
      decide(order.id(), order.createdAt());
      return refusal.get();
    }
    return commit(order)
        .orElseGet(
            () ->
                new Recording.Recorded(
                    Store.ask(() -> new EventReads(store).find(events(bookings)))));
  }

  private static List<EventId> events(List<Booking.Confirmed> bookings) {
    return bookings.stream().map(booking -> booking.details().eventId()).toList();
  }

  /**
   * One after the other, in the order of their events, and none after the first that is refused: of
   * two orders that share some events, one always gets on. One that only met others at the same
   * index entry is sent again.
   */
  private Optional<Recording> hold(List<Booking.Confirmed> bookings) {
    List<Booking.Confirmed> rest = bookings;
    for (int attempt = 1; ; attempt++) {
      Optional<BulkWriteError> error = insertHolds(rest);
      if (error.isEmpty()) {
        return Optional.empty();
      }
      rest = rest.subList(error.get().getIndex(), rest.size());
      if (attempt == Store.MAX_ATTEMPTS || Failures.isDuplicate(error.get().getCode())) {
        return Optional.of(refusal(rest.getFirst(), error.get()));
      }
    }
  }

  /** Why the first that was refused was; an answer of any other kind is none. */
  private Optional<BulkWriteError> insertHolds(List<Booking.Confirmed> bookings) {
    try {
      store.bookings().insertMany(bookings.stream().map(MongoOrders::undecided).toList());
      return Optional.empty();
    } catch (MongoBulkWriteException failure) {
      if (!Failures.areRefusals(failure)) {
        throw Failures.unavailable(failure);
      }
      return Optional.of(failure.getWriteErrors().getFirst());
    } catch (MongoException failure) {
      throw Failures.unavailable(failure);
    }
  }

  private static Document undecided(Booking.Confirmed booking) {
    return BookingDocuments.toDocument(booking)
        .append(BookingDocuments.STATUS, BookingStatuses.UNDECIDED)
        .append(BookingDocuments.EXPIRES_AT, booking.details().bookedAt());
  }

  private Recording refusal(Booking.Confirmed booking, BulkWriteError error) {
    EventId event = booking.details().eventId();
    return switch (Insertion.Obstacle.of(error)) {
      case PLACE -> new Recording.PlaceTaken(event);
      case ALLOWANCE -> new Recording.AllowanceSpent(event);
      case KEY -> keyUsed(booking);
    };
  }

  /** The booking that has the key is alone, or of an order that is written or under way. */
  private Recording keyUsed(Booking.Confirmed booking) {
    var details = booking.details();
    Bson sameKey =
        and(
            eq(BookingDocuments.EVENT_ID, details.eventId().value()),
            eq(BookingDocuments.USER_ID, details.userId().value()),
            eq(BookingDocuments.KEY, details.key().value().toString()));
    Optional<Document> existing =
        Store.ask(() -> Optional.ofNullable(store.bookings().find(sameKey).first()));
    Optional<String> made = existing.map(it -> it.getString(BookingDocuments.ORDER_ID));
    if (existing.isPresent() && made.isEmpty()) {
      return new Recording.KeyUsed(Optional.empty());
    }
    Optional<Order> order = made.flatMap(id -> find(new OrderId(id)));
    return order.isPresent() ? new Recording.KeyUsed(order) : new Recording.UnderWay();
  }

  /** Empty when the order is written and whole. */
  private Optional<Recording> commit(Order order) {
    Optional<String> obstacle = Store.ask(() -> insert(OrderDocuments.toDocument(order)));
    if (obstacle.isEmpty()) {
      rollForward(order);
      return Optional.empty();
    }
    boolean decided = decide(order.id(), order.createdAt());
    if (decided) {
      return Optional.empty();
    }
    if (obstacle.get().equals(Schema.KEY_ONCE)) {
      return Optional.of(new Recording.KeyUsed(find(order.userId(), order.key())));
    }
    throw new StoreUnavailable("the order was settled meanwhile");
  }

  /** The index that refused it, if any did. */
  private Optional<String> insert(Document order) {
    try {
      store.orders().insertOne(order);
      return Optional.empty();
    } catch (MongoException failure) {
      if (Failures.isDuplicate(failure)) {
        return Optional.of(Failures.index(String.valueOf(failure.getMessage())).orElse("_id_"));
      }
      throw failure;
    }
  }

  /** Rolls back, unless the order was written: whether it was. Done twice, it is the same. */
  private boolean decide(OrderId id, Instant now) {
    Store.ask(() -> insert(OrderDocuments.rolledBack(id, now)));
    Optional<Order> written = written(eq(id.value()));
    written.ifPresentOrElse(this::rollForward, () -> release(id));
    return written.isPresent();
  }

  private void release(OrderId id) {
    Store.ask(
        () ->
            store
                .bookings()
                .deleteMany(
                    and(
                        eq(BookingDocuments.ORDER_ID, id.value()),
                        eq(BookingDocuments.STATUS, BookingStatuses.UNDECIDED))));
  }

  private void rollForward(Order order) {
    List<String> ids = order.bookings().stream().map(BookingId::value).toList();
    Bson confirmed =
        Updates.combine(
            Updates.set(BookingDocuments.STATUS, "confirmed"),
            Updates.unset(BookingDocuments.EXPIRES_AT));
    Store.ask(
        () ->
            store
                .bookings()
                .updateMany(
                    and(in("_id", ids), eq(BookingDocuments.STATUS, BookingStatuses.UNDECIDED)),
                    confirmed));
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return whole(written(eq(id.value())));
  }

  @Override
  public Optional<Order> find(UserId user, IdempotencyKey key) {
    return whole(
        written(
            and(
                eq(OrderDocuments.USER_ID, user.value()),
                eq(OrderDocuments.KEY, key.value().toString()))));
  }

  private Optional<Order> written(Bson filter) {
    Bson committed = and(filter, eq(OrderDocuments.STATE, OrderDocuments.COMMITTED));
    return Store.ask(() -> Optional.ofNullable(store.orders().find(committed).first()))
        .map(OrderDocuments::fromDocument);
  }

  /** An order that is shown is whole. */
  private Optional<Order> whole(Optional<Order> order) {
    order.ifPresent(this::rollForward);
    return order;
  }

  @Override
  public int settle(Instant created) {
    Bson cutShort =
        and(
            eq(BookingDocuments.STATUS, BookingStatuses.UNDECIDED),
            lte(BookingDocuments.EXPIRES_AT, created));
    Set<OrderId> orders = new HashSet<>();
    Store.ask(
        () ->
            store
                .bookings()
                .find(cutShort)
                .projection(Projections.include(BookingDocuments.ORDER_ID))
                .map(booking -> new OrderId(booking.getString(BookingDocuments.ORDER_ID)))
                .into(orders));
    orders.forEach(id -> decide(id, created));
    return orders.size();
  }
}
