package dev.lastseat.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.Underway;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.mongo.analytics.MongoSalesFigures;
import dev.lastseat.mongo.apikey.MongoApiKeys;
import dev.lastseat.mongo.audit.MongoSealedTree;
import dev.lastseat.mongo.booking.GroupInsert;
import dev.lastseat.mongo.booking.MongoBookings;
import dev.lastseat.mongo.booking.MongoOrders;
import dev.lastseat.mongo.checkin.MongoCheckins;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import dev.lastseat.mongo.event.EventChanges;
import dev.lastseat.mongo.event.MongoEvents;
import dev.lastseat.mongo.fact.MongoFactLog;
import dev.lastseat.mongo.fact.MongoFactPositions;
import dev.lastseat.mongo.job.MongoJobs;
import dev.lastseat.mongo.passkey.MongoPasskeyChallenges;
import dev.lastseat.mongo.passkey.MongoPasskeys;
import dev.lastseat.mongo.payment.MongoPayments;
import dev.lastseat.mongo.ticket.MongoTickets;
import dev.lastseat.mongo.user.MongoOneTimeTokens;
import dev.lastseat.mongo.user.MongoSessions;
import dev.lastseat.mongo.user.MongoUsers;
import dev.lastseat.mongo.webhook.MongoDeliveries;
import dev.lastseat.mongo.webhook.MongoWebhooks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The engine of many instances. Instants are kept to the millisecond, so the clock should tick no
 * finer.
 */
public final class MongoAdapters implements AutoCloseable {
  private final MongoClient client;
  private final Database db;
  private final GroupInsert inserts;

  private MongoAdapters(MongoClient client, Database db, Observer observer) {
    this.client = client;
    this.db = db;
    this.inserts = new GroupInsert(db, observer);
  }

  /**
   * How many connections there are to each server.
   *
   * @param min kept open
   * @param max never exceeded; who finds none free waits
   */
  public record Pool(int min, int max) {}

  /**
   * Which servers are asked for lists of events and of users; all else is asked of the primary.
   *
   * @param maxStaleness how far behind the primary a server may be; not used for the primary
   */
  public record Lists(From from, Duration maxStaleness) {
    /** The servers cannot tell a lag that is shorter. */
    public static final Duration MIN_STALENESS = Duration.ofSeconds(90);

    /** By the words of MongoDB. */
    public enum From {
      PRIMARY("primary"),
      NEAREST("nearest"),
      SECONDARY_PREFERRED("secondaryPreferred");

      private final String word;

      From(String word) {
        this.word = word;
      }

      /**
       * The one of that name.
       *
       * @throws IllegalArgumentException when there is none
       */
      public static From of(String word) {
        return Stream.of(values())
            .filter(it -> it.word.equalsIgnoreCase(word))
            .findFirst()
            .orElseThrow(IllegalArgumentException::new);
      }
    }

    ReadPreference readPreference() {
      return from == From.PRIMARY
          ? ReadPreference.primary()
          : ReadPreference.valueOf(from.word, List.of(), maxStaleness.toMillis(), MILLISECONDS);
    }
  }

  /**
   * Connects, and makes the collections and indexes that are missing; any number of instances may
   * do so at once.
   *
   * @param uri a connection string; its database is {@value Connection#DEFAULT_DATABASE} if it
   *     names none
   * @param random decides who waits how long for whom; must be safe for many threads
   * @throws UnusableStore when the server does not answer, refuses the log-in, or has collections
   *     that cannot be used
   */
  public static MongoAdapters open(
      String uri, Pool pool, Lists lists, Clock clock, RandomGenerator random, Observer observer) {
    Connection connection = Connection.to(uri);
    MongoClient client = MongoClients.create(connection.settings(pool, observer));
    try {
      Database db =
          new Database(
              client.getDatabase(connection.database()), lists.readPreference(), clock, random);
      new Schema(db.patient(), connection).ensure();
      return new MongoAdapters(client, db, observer);
    } catch (RuntimeException failed) {
      client.close();
      throw failed;
    }
  }

  public Store store() {
    return new Store(
        new MongoEvents(db),
        new MongoBookings(db, inserts),
        new MongoOrders(db),
        new MongoTickets(db),
        new MongoPayments(db),
        new MongoCheckins(db),
        new MongoUsers(db),
        new MongoSessions(db),
        new MongoOneTimeTokens(db),
        new MongoPasskeys(db),
        new MongoPasskeyChallenges(db),
        new MongoApiKeys(db),
        new MongoJobs(db),
        new MongoWebhooks(db),
        new MongoDeliveries(db),
        new MongoFactLog(db),
        new MongoFactPositions(db),
        new MongoSalesFigures(db),
        new MongoSealedTree(db));
  }

  public Health health() {
    return new Ping(db);
  }

  /**
   * What is to be done often, by any number of instances; and soon again where it says {@code
   * true}.
   */
  public List<BooleanSupplier> sweeps() {
    return List.of(
        () -> {
          new EventChanges(db).finish(db.clock().instant());
          return false;
        },
        new FactsUnderway(db)::arrive);
  }

  public Underway underway() {
    return new FactsUnderway(db).underway();
  }

  @Override
  public void close() {
    inserts.close();
    client.close();
  }

  /** Asks the server that takes the writes whether it is there. */
  record Ping(Database db) implements Health {
    @Override
    public String name() {
      return "mongodb";
    }

    @Override
    public boolean essential() {
      return true;
    }

    @Override
    public void check() {
      db.ask(() -> db.mongo().runCommand(new Document("ping", 1)));
    }
  }
}
