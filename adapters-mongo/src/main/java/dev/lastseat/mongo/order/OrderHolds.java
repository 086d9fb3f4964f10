package dev.lastseat.mongo.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.mongo.booking.BookingDocuments;
import dev.lastseat.mongo.booking.BookingStatuses;
import dev.lastseat.mongo.engine.Backoff;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The bookings of orders that are not decided yet: they claim their places, and nobody finds them.
 */
public record OrderHolds(Database db) {

  /**
   * One after the other, in the order of their events, and none after the first that is refused: of
   * two orders that share some events, one always gets on. One that only met others at the same
   * index entry is sent again.
   */
  public Optional<Recording> insert(List<Booking.Confirmed> bookings) {
    List<Document> rest =
        BookingDocuments.ofOrder(bookings).stream().map(OrderHolds::undecided).toList();
    Backoff.Attempts attempts = db.attempts();
    while (true) {
      Optional<BulkWriteError> error = insertHolds(rest);
      if (error.isEmpty()) {
        return Optional.empty();
      }
      rest = rest.subList(error.get().getIndex(), rest.size());
      if (!attempts.mayGoOn() || Failures.isDuplicate(error.get().getCode())) {
        return Optional.of(
            new OrderRefusals(db).of(bookings.get(bookings.size() - rest.size()), error.get()));
      }
      attempts.pause();
    }
  }

  /** Why the first that was refused was; an answer of any other kind is none. */
  private Optional<BulkWriteError> insertHolds(List<Document> holds) {
    try {
      db.bookings().insertMany(holds);
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

  private static Document undecided(Document booking) {
    return booking
        .append(BookingDocuments.STATUS, BookingStatuses.UNDECIDED)
        .append(BookingDocuments.EXPIRES_AT, booking.get(BookingDocuments.BOOKING_DATE));
  }

  /** Those that were inserted for the order are gone. */
  public void release(OrderId id) {
    db.ask(
        () ->
            db.bookings()
                .deleteMany(
                    and(
                        eq(BookingDocuments.ORDER_ID, id.value()),
                        eq(BookingDocuments.STATUS, BookingStatuses.UNDECIDED))));
  }

  /** Whether any of its bookings is still to be confirmed. */
  boolean isUndecided(Order order) {
    return db.hasAny(db.bookings(), undecided(order));
  }

  private static Bson undecided(Order order) {
    List<String> ids = order.bookings().stream().map(BookingId::value).toList();
    return and(in("_id", ids), eq(BookingDocuments.STATUS, BookingStatuses.UNDECIDED));
  }

  /** They are bookings like any other from now on. */
  void confirm(Order order) {
    Bson confirmed =
        Updates.combine(
            Updates.set(BookingDocuments.STATUS, BookingStatus.CONFIRMED.word()),
            Updates.unset(BookingDocuments.EXPIRES_AT));
    db.ask(() -> db.bookings().updateMany(undecided(order), confirmed));
  }

  /** The orders of those that were made at or before {@code created}. */
  Set<OrderId> ordersUntil(Instant created) {
    Bson cutShort =
        and(
            eq(BookingDocuments.STATUS, BookingStatuses.UNDECIDED),
            exists(BookingDocuments.EXPIRES_AT),
            lte(BookingDocuments.EXPIRES_AT, created));
    Set<OrderId> orders = new HashSet<>();
    db.ask(
        () ->
            db.bookings()
                .find(cutShort)
                .projection(Projections.include(BookingDocuments.ORDER_ID))
                .map(booking -> new OrderId(booking.getString(BookingDocuments.ORDER_ID)))
                .into(orders));
    return orders;
  }
}
