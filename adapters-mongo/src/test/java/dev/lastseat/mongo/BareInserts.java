package dev.lastseat.mongo;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What the engine alone can do: one {@code insertOne} for each booking, of the same document into
 * the same collection with the same indexes, by a client with the same settings, but that it waits
 * for a connection as long as a crowd may take. Decides nothing, and reads nothing back.
 */
public final class BareInserts implements AutoCloseable {
  private final MongoClient client;
  private final Database db;

  /** Makes what is missing in the database of the connection string. */
  public BareInserts(String uri, MongoAdapters.Pool pool) {
    Connection connection = Connection.to(uri);
    client =
        MongoClients.create(
            MongoClientSettings.builder(connection.settings(pool, Observer.NOBODY))
                .timeout(1, MINUTES)
                .applyToConnectionPoolSettings(waiting -> waiting.maxWaitTime(1, MINUTES))
                .build());
    db =
        new Database(
            client.getDatabase(connection.database()), Clock.systemUTC(), new SecureRandom());
    new Schema(db, connection).ensure();
  }

  public void insert(Booking.Confirmed booking) {
    db.bookings().insertOne(BookingDocuments.toDocument(booking));
  }

  /** Drops the database of a connection string. */
  public static void drop(String uri) {
    try (MongoClient client = MongoClients.create(uri)) {
      client.getDatabase(Connection.to(uri).database()).drop();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
