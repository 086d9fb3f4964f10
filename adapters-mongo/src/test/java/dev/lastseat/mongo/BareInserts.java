package dev.lastseat.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.mongo.booking.BookingDocuments;
import dev.lastseat.mongo.engine.Address;
import dev.lastseat.mongo.engine.ClientSettings;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What the engine alone can do: one {@code insertOne} for each booking, of the same document into
 * the same collection with the same indexes, by a client with the same settings. Decides nothing,
 * and reads nothing back.
 */
public final class BareInserts implements AutoCloseable {
  private final MongoClient client;
  private final Database db;

  /** Makes what is missing in the database of the connection string. */
  public BareInserts(String uri, MongoAdapters.Pool pool) {
    Address address = Address.of(uri);
    client = MongoClients.create(ClientSettings.of(address, pool));
    db =
        new Database(client.getDatabase(address.database()), Clock.systemUTC(), new SecureRandom());
    new Schema(db, address).ensure();
  }

  public void insert(Booking.Confirmed booking) {
    db.bookings().insertOne(BookingDocuments.toDocument(booking));
  }

  @Override
  public void close() {
    client.close();
  }
}
