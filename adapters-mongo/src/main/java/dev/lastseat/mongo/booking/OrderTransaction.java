package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.document.OrderDocuments;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import dev.lastseat.mongo.standing.Admission;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * An order in one transaction, with the write concern of the client. The driver begins it anew
 * after a TransientTransactionError and commits again after an UnknownTransactionCommitResult
 * (https://www.mongodb.com/docs/manual/core/transactions-in-applications/), all of it within {@link
 * Connection#OPERATION}. What is unknown even then ends as unavailable, and whoever asks again with
 * the same key finds the truth.
 */
record OrderTransaction(MongoClient client, Database db) {

  /** All are there and their events admit them, or none is. */
  Recording record(Order order, List<? extends Booking.Live> bookings) {
    try (ClientSession session = client.startSession()) {
      session.withTransaction(() -> insert(session, order, bookings));
      return judge(session, order, bookings);
    } catch (MongoBulkWriteException failure) {
      if (!Failures.areRefusals(failure)) {
        throw Failures.unavailable(failure);
      }
      BulkWriteError error = failure.getWriteErrors().getFirst();
      return new OrderDecisions(db).refusal(bookings.get(error.getIndex()), error);
    } catch (MongoException failure) {
      if (!Failures.isDuplicate(failure)) {
        throw Failures.unavailable(failure);
      }
      return new OrderDecisions(db).keyUsed(order);
    }
  }

  /** Inserts the bookings first, for they say why not. */
  private boolean insert(
      ClientSession session, Order order, List<? extends Booking.Live> bookings) {
    db.bookings().insertMany(session, BookingDocuments.ofOrder(bookings));
    return db.orders().insertOne(session, OrderDocuments.toDocument(order)).wasAcknowledged();
  }

  /**
   * By the events as they are once it is committed: a transaction does not see what changes beside
   * it. Nobody was told of an order that is not admitted, so it goes, with its key; one that its
   * user found meanwhile stands.
   */
  private Recording judge(
      ClientSession session, Order order, List<? extends Booking.Live> bookings) {
    Optional<EventId> refusing = Admission.of(db, bookings).refusing(bookings);
    return refusing.isPresent() && session.withTransaction(() -> takeBack(session, order, bookings))
        ? new Recording.NotAdmitted(refusing.get())
        : new Recording.Recorded();
  }

  private boolean takeBack(
      ClientSession session, Order order, List<? extends Booking.Live> bookings) {
    Bson untold = and(eq(order.id().value()), exists("told", false));
    if (db.orders().deleteOne(session, untold).getDeletedCount() == 0) {
      return false;
    }
    db.bookings().deleteMany(session, BookingDocuments.all(bookings));
    return true;
  }
}
