package dev.lastseat.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The collections, and the one way to ask something of them. */
record Store(MongoDatabase database) {
  static final String EVENTS = "events";
  static final String BOOKINGS = "bookings";
  static final String ORDERS = "orders";
  static final String USERS = "users";
  static final String SESSIONS = "sessions";

  /** Longer with each attempt, so that many who want the same come one after the other. */
  private static final long PAUSE_NANOS = 500_000;

  private static final long PATIENCE_MINUTES = 30;

  /** Others who want the same document get on each time, so one of them is soon through. */
  static final int MAX_ATTEMPTS = 50;

  /** The same for what may take long, such as an index of all bookings. */
  Store patient() {
    return new Store(database.withTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES));
  }

  MongoCollection<Document> events() {
    return database.getCollection(EVENTS);
  }

  MongoCollection<Document> bookings() {
    return database.getCollection(BOOKINGS);
  }

  MongoCollection<Document> orders() {
    return database.getCollection(ORDERS);
  }

  MongoCollection<Document> users() {
    return database.getCollection(USERS);
  }

  MongoCollection<Document> sessions() {
    return database.getCollection(SESSIONS);
  }

  static Optional<Document> first(MongoCollection<Document> collection, Bson filter) {
    return first(collection.find(filter));
  }

  static Optional<Document> first(FindIterable<Document> found) {
    return ask(() -> Optional.ofNullable(found.first()));
  }

  static boolean hasAny(MongoCollection<Document> collection, Bson filter) {
    return ask(
        () -> collection.find(filter).projection(Projections.include("_id")).first() != null);
  }

  /**
   * Asks, and asks again when the server says that nothing happened because others were there.
   *
   * @throws dev.lastseat.domain.port.StoreUnavailable for any other failure
   */
  static <T> T ask(Supplier<T> question) {
    try {
      return contend(question);
    } catch (MongoException failure) {
      throw Failures.unavailable(failure);
    }
  }

  /** The same, with the failures of the driver. */
  static <T> T contend(Supplier<T> question) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get();
      } catch (MongoException failure) {
        if (attempt == MAX_ATTEMPTS || !Failures.isContention(failure)) {
          throw failure;
        }
        LockSupport.parkNanos(attempt * PAUSE_NANOS);
      }
    }
  }
}
