package dev.lastseat.mongo.order;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.port.Orders.Recording;
import dev.lastseat.mongo.booking.BookingDocuments;
import dev.lastseat.mongo.engine.ClientSettings;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Failures;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * In one transaction, with the write concern of the client. The driver begins it anew after a
 * TransientTransactionError and commits again after an UnknownTransactionCommitResult
 * (https://www.mongodb.com/docs/manual/core/transactions-in-applications/), all of it within {@link
 * ClientSettings#OPERATION}. What is unknown even then ends as unavailable, and whoever asks again
 * with the same key finds the truth.
 */
record TransactionalInsert(MongoClient client, Database db) implements OrderInsert {

  @Override
  public Optional<Recording> insert(Order order, List<Booking.Confirmed> bookings) {
    try (ClientSession session = client.startSession()) {
      session.withTransaction(() -> insert(session, order, bookings));
      return Optional.empty();
    } catch (MongoBulkWriteException failure) {
      if (!Failures.areRefusals(failure)) {
        throw Failures.unavailable(failure);
      }
      BulkWriteError error = failure.getWriteErrors().getFirst();
      return Optional.of(new OrderRefusals(db).of(bookings.get(error.getIndex()), error));
    } catch (MongoException failure) {
      if (!Failures.isDuplicate(failure)) {
        throw Failures.unavailable(failure);
      }
      return Optional.of(new OrderRefusals(db).keyUsed(order));
    }
  }

  /** Inserts the bookings first, for they say why not. */
  private boolean insert(ClientSession session, Order order, List<Booking.Confirmed> bookings) {
    List<Document> documents = bookings.stream().map(BookingDocuments::toDocument).toList();
    db.bookings().insertMany(session, documents);
    return db.orders().insertOne(session, OrderDocuments.toDocument(order)).wasAcknowledged();
  }
}
