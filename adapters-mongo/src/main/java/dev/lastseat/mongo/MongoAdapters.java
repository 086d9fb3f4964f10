package dev.lastseat.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.lastseat.domain.port.Bookings;
import dev.lastseat.domain.port.Events;
import dev.lastseat.domain.port.Health;
import dev.lastseat.domain.port.Orders;
import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.port.Users;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * The engine of many instances. Instants are kept to the millisecond, so the clock should tick no
 * finer.
 */
public final class MongoAdapters implements AutoCloseable {
  private final MongoClient client;
  private final Store store;
  private final GroupInsert inserts;
  private final OrderInsert orderInserts;

  private MongoAdapters(MongoClient client, Store store) {
    this.client = client;
    this.store = store;
    this.orderInserts = OrderInsert.of(client, store);
    this.inserts = new GroupInsert(store);
  }

  /**
   * How many connections there are to each server.
   *
   * @param min kept open
   * @param max never exceeded; who finds none free waits
   */
  public record Pool(int min, int max) {}

  /**
   * Connects, and makes the collections and indexes that are missing; any number of instances may
   * do so at once.
   *
   * @param uri a connection string; its database is {@value Address#DEFAULT_DATABASE} if it names
   *     none
   * @param random decides who waits how long for whom; must be safe for many threads
   * @throws UnusableStore when the server does not answer, refuses the log-in, or has collections
   *     that cannot be used
   */
  public static MongoAdapters open(String uri, Pool pool, Clock clock, RandomGenerator random) {
    Address address = Address.of(uri);
    MongoClient client = MongoClients.create(ClientSettings.of(address, pool));
    try {
      Store store = new Store(client.getDatabase(address.database()), clock, random);
      new Schema(store.patient(), address).ensure();
      return new MongoAdapters(client, store);
    } catch (RuntimeException failed) {
      client.close();
      throw failed;
    }
  }

  public Events events() {
    return new MongoEvents(store);
  }

  public Bookings bookings() {
    return new MongoBookings(store, inserts);
  }

  public Orders orders() {
    return new MongoOrders(store, orderInserts);
  }

  public Users users() {
    return new MongoUsers(store);
  }

  public Sessions sessions() {
    return new MongoSessions(store);
  }

  public Health health() {
    return new MongoHealth(store);
  }

  /**
   * Ends the changes of events that the end of a process cut short; to be done now and then, by any
   * number of instances.
   */
  public void finishEventChanges() {
    new UnfinishedChanges(store).finish(store.clock().instant());
  }

  @Override
  public void close() {
    inserts.close();
    client.close();
  }
}
