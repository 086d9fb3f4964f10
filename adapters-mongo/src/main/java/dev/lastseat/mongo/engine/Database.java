package dev.lastseat.mongo.engine;

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
public record Database(MongoDatabase mongo, Clock clock, RandomGenerator random) {
  public static final String EVENTS = "events";
  public static final String BOOKINGS = "bookings";
  public static final String ORDERS = "orders";
  public static final String USERS = "users";
  public static final String SESSIONS = "sessions";

  private static final long PATIENCE_MINUTES = 30;

  /** The same for what may take long, such as an index of all bookings. */
  public Database patient() {
    return new Database(mongo.withTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES), clock, random);
  }

  public Backoff.Attempts attempts() {
    return new Backoff(clock, random).begin();
  }

  public MongoCollection<Document> events() {
    return mongo.getCollection(EVENTS);
  }

  public MongoCollection<Document> bookings() {
    return mongo.getCollection(BOOKINGS);
  }

  public MongoCollection<Document> orders() {
    return mongo.getCollection(ORDERS);
  }

  public MongoCollection<Document> users() {
    return mongo.getCollection(USERS);
  }

  public MongoCollection<Document> sessions() {
    return mongo.getCollection(SESSIONS);
  }

  public Optional<Document> first(MongoCollection<Document> collection, Bson filter) {
    return first(collection.find(filter));
  }

  public Optional<Document> first(FindIterable<Document> found) {
    return ask(() -> Optional.ofNullable(found.first()));
  }

  public boolean hasAny(MongoCollection<Document> collection, Bson filter) {
    return ask(
        () -> collection.find(filter).projection(Projections.include("_id")).first() != null);
  }

  /**
   * Asks, and asks again when the server says that nothing happened because others were there.
   *
   * @throws dev.lastseat.domain.port.StoreUnavailable for any other failure
   */
  public <T> T ask(Supplier<T> question) {
    try {
      return contend(question);
    } catch (MongoException failure) {
      throw Failures.unavailable(failure);
    }
  }

  /** The same, with the failures of the driver. */
  public <T> T contend(Supplier<T> question) {
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
