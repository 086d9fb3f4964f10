package dev.lastseat.mongo.engine;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.mongo.MongoAdapters;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the store is, and how the driver behaves towards it: it gives up early enough for an answer
 * within 3 s.
 */
public record Connection(ConnectionString uri) {
  /** For one operation, with all of its retries, the choice of a server and the connection. */
  public static final Duration OPERATION = Duration.ofMillis(2_500);

  /**
   * From a request's first look at the store until nothing that it sent can arrive there any more.
   * It gives up with the first operation that takes too long, and the attempts that it loses to
   * others before that are short.
   */
  public static final Duration LONGEST_REQUEST = OPERATION.multipliedBy(12);

  private static final Duration SERVER_SELECTION = Duration.ofMillis(2_300);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);

  static final String DEFAULT_DATABASE = "lastseat";

  public static Connection to(String uri) {
    Connection connection = parse(uri);
    Long timeout = connection.uri.getTimeout();
    if (timeout != null && (timeout == 0 || timeout > OPERATION.toMillis())) {
      throw new UnusableStore(
          masked(uri),
          "in MONGODB_URI asks for timeoutMS=%d; 1 to %d are possible, for what looks for late bookings goes by it"
              .formatted(timeout, OPERATION.toMillis()));
    }
    return connection;
  }

  private static Connection parse(String uri) {
    try {
      return new Connection(new ConnectionString(uri));
    } catch (IllegalArgumentException bad) {
      // The driver's own message may quote the password.
      throw new UnusableStore(
          masked(uri),
          "in MONGODB_URI is no connection string such as mongodb://user:password@host/database");
    }
  }

  public String database() {
    return Optional.ofNullable(uri.getDatabase()).orElse(DEFAULT_DATABASE);
  }

  /**
   * What the connection string says comes last and wins, but for what a promise rests on:
   * acknowledged is what a majority has in its journal, and so is what is read, from the primary. A
   * primary that is cut off would else show a booking that is lost with it.
   */
  public MongoClientSettings settings(MongoAdapters.Pool pool, Observer observer) {
    return MongoClientSettings.builder()
        .applicationName("lastseat")
        .timeout(OPERATION.toMillis(), MILLISECONDS)
        .retryReads(true)
        .retryWrites(true)
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION.toMillis(), MILLISECONDS))
        .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT.toMillis(), MILLISECONDS))
        .applyToConnectionPoolSettings(
            connections ->
                connections
                    .minSize(pool.min())
                    .maxSize(pool.max())
                    .maxWaitTime(CONNECTION_WAIT.toMillis(), MILLISECONDS)
                    .addConnectionPoolListener(new PoolUse(observer)))
        .applyConnectionString(uri)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .build();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return masked(uri.getConnectionString());
  }

  /** Whatever stands before the last at sign may be, or hold, a password. */
  private static String masked(String uri) {
    return uri.replaceFirst("^([a-z+]+://)?.*@", "$1***@");
  }
}
