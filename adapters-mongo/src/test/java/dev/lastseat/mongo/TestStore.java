package dev.lastseat.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.event.CommandListener;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.engines.Engines;
import dev.lastseat.mongo.booking.GroupInsert;
import dev.lastseat.mongo.booking.MongoBookings;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.CuttingProxy;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import dev.lastseat.mongo.event.MongoEvents;
import dev.lastseat.mongo.fact.MongoFactLog;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of its own for one test class on the real engine; dropped at the end. */
public final class TestStore implements BeforeAllCallback, AfterAllCallback {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final SecureRandom RANDOM = new SecureRandom();

  /** An instance of Lastseat on this store. */
  public record Instance(MongoClient client, Database db, GroupInsert inserts)
      implements AutoCloseable {
    public MongoBookings bookings() {
      return new MongoBookings(db, inserts);
    }

    @Override
    public void close() {
      inserts.close();
      client.close();
    }
  }

  /** How long a client waits where a test is about answers that never come. */
  public static final String AS_IN_PRODUCTION = "&timeoutMS=2500";

  private static final int PATIENCE_SECONDS = 30;

  private final String name = "lastseat_test_" + UUID.randomUUID().toString().replace("-", "");
  private Optional<Instance> opened = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) {
    opened = Optional.of(instance(client(Engines.mongodb(), _ -> {})));
    new Schema(db(), connection()).ensure();
  }

  /** Another instance, by a client of its own. */
  public Instance instance(MongoClient client) {
    Database db = by(client);
    return new Instance(client, db, new GroupInsert(db, Observer.NOBODY));
  }

  /** Nothing of what was there before. */
  public TestStore empty() {
    for (String collection : db().mongo().listCollectionNames()) {
      db().mongo().getCollection(collection).deleteMany(new Document());
    }
    return this;
  }

  /** Past the validator, on a server that enforces it. */
  public static void spoil(MongoCollection<Document> collection, Object id, Bson damage) {
    collection.updateOne(
        Filters.eq(id), damage, new UpdateOptions().bypassDocumentValidation(true));
  }

  /** What the documents of the collection are to be, as a question for them. */
  public static Document validator(MongoCollection<Document> collection) {
    return Schema.script()
        .get(collection.getNamespace().getCollectionName(), Document.class)
        .get("validator", Document.class);
  }

  public Database db() {
    return opened.orElseThrow().db();
  }

  GroupInsert inserts() {
    return opened.orElseThrow().inserts();
  }

  public Stores stores() {
    return new Stores(
        new MongoEvents(db()), new MongoBookings(db(), inserts()), new TickingClock());
  }

  /** Before the engine of this store. */
  public CuttingProxy proxy() {
    ServerAddress engine = new ServerAddress(connection().uri().getHosts().getFirst());
    return new CuttingProxy(new InetSocketAddress(engine.getHost(), engine.getPort()));
  }

  /** A client that knows the engine by the proxy only. */
  public MongoClient clientBy(CuttingProxy proxy, String... options) {
    return client(
        "mongodb://127.0.0.1:%d/?directConnection=true%s"
            .formatted(proxy.port(), String.join("", options)),
        _ -> {});
  }

  public MongoClient clientWith(CommandListener listener) {
    return client(Engines.mongodb(), settings -> settings.addCommandListener(listener));
  }

  private static MongoClient client(String uri, Consumer<MongoClientSettings.Builder> more) {
    var settings =
        MongoClientSettings.builder(
            Connection.to(uri).settings(new MongoAdapters.Pool(0, 50), Observer.NOBODY));
    if (Connection.to(uri).uri().getTimeout() == null) {
      waitLong(settings);
    }
    more.accept(settings);
    return MongoClients.create(settings.build());
  }

  /** However slow the machine is, no test is decided by it. */
  private static void waitLong(MongoClientSettings.Builder settings) {
    settings
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .applyToConnectionPoolSettings(
            pool -> pool.maxWaitTime(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** This store, by way of another client. */
  public Database by(MongoClient client) {
    return new Database(client.getDatabase(name), CLOCK, RANDOM);
  }

  /** What has happened comes into the log, as far as it may by then. */
  public void relayFacts(Instant now) {
    Clock clock = Clock.offset(CLOCK, Duration.between(CLOCK.instant(), now));
    new FactsUnderway(new Database(db().mongo(), clock, RANDOM)).arrive();
  }

  /** What has happened to the booking and is not in the log yet. */
  public List<Fact> underway(BookingId booking) {
    return new FactsUnderway(db()).underway().facts().apply(List.of(StreamId.of(booking)));
  }

  public FactLog facts() {
    return new MongoFactLog(db());
  }

  private static Connection connection() {
    return Connection.to(Engines.mongodb());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    opened.ifPresent(
        it -> {
          it.db().mongo().drop();
          it.close();
        });
  }
}
