package dev.lastseat.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collections, and the one way to ask something of them.
 *
 * @param random must be safe for many threads
 */
record Store(MongoDatabase database, Clock clock, RandomGenerator random) {
  static final String EVENTS = "events";
  static final String BOOKINGS = "bookings";
  static final String ORDERS = "orders";
  static final String USERS = "users";
  static final String SESSIONS = "sessions";

  private static final long PATIENCE_MINUTES = 30;

  /** The same for what may take long, such as an index of all bookings. */
  Store patient() {
    return new Store(database.withTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES), clock, random);
  }

  Backoff.Attempts attempts() {
    return new Backoff(clock, random).begin();
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

  Optional<Document> first(MongoCollection<Document> collection, Bson filter) {
    return first(collection.find(filter));
  }

  Optional<Document> first(FindIterable<Document> found) {
    return ask(() -> Optional.ofNullable(found.first()));
  }

  boolean hasAny(MongoCollection<Document> collection, Bson filter) {
    return ask(
        () -> collection.find(filter).projection(Projections.include("_id")).first() != null);
  }

  /**
   * Asks, and asks again when the server says that nothing happened because others were there.
   *
   * @throws dev.lastseat.domain.port.StoreUnavailable for any other failure
   */
  <T> T ask(Supplier<T> question) {
    try {
      return contend(question);
    } catch (MongoException failure) {
      throw Failures.unavailable(failure);
    }
  }

  /** The same, with the failures of the driver. */
  <T> T contend(Supplier<T> question) {
    Backoff.Attempts attempts = attempts();
    while (true) {
      try {
        return question.get();
      } catch (MongoException failure) {
        if (!Failures.isContention(failure) || !attempts.mayGoOn()) {
          throw failure;
        }
        attempts.pause();
      }
    }
  }
}
