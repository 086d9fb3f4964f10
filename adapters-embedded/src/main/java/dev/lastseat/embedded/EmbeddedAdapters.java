package dev.lastseat.embedded;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.port.store.Bookings;
import dev.lastseat.domain.port.store.Deliveries;
import dev.lastseat.domain.port.store.Events;
import dev.lastseat.domain.port.store.FactLog;
import dev.lastseat.domain.port.store.FactPositions;
import dev.lastseat.domain.port.store.Jobs;
import dev.lastseat.domain.port.store.OneTimeTokens;
import dev.lastseat.domain.port.store.Orders;
import dev.lastseat.domain.port.store.PasskeyChallenges;
import dev.lastseat.domain.port.store.Passkeys;
import dev.lastseat.domain.port.store.SalesFigures;
import dev.lastseat.domain.port.store.SealedTree;
import dev.lastseat.domain.port.store.Sessions;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.port.store.Webhooks;
import dev.lastseat.embedded.sqlite.analytics.SqliteSalesFigures;
import dev.lastseat.embedded.sqlite.apikey.SqliteApiKeys;
import dev.lastseat.embedded.sqlite.audit.SqliteSealedTree;
import dev.lastseat.embedded.sqlite.booking.SqliteBookings;
import dev.lastseat.embedded.sqlite.booking.SqliteOrders;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.SqliteHealth;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import dev.lastseat.embedded.sqlite.fact.SqliteFactLog;
import dev.lastseat.embedded.sqlite.fact.SqliteFactPositions;
import dev.lastseat.embedded.sqlite.job.SqliteJobs;
import dev.lastseat.embedded.sqlite.passkey.SqlitePasskeyChallenges;
import dev.lastseat.embedded.sqlite.passkey.SqlitePasskeys;
import dev.lastseat.embedded.sqlite.user.SqliteOneTimeTokens;
import dev.lastseat.embedded.sqlite.user.SqliteSessions;
import dev.lastseat.embedded.sqlite.user.SqliteUsers;
import dev.lastseat.embedded.sqlite.webhook.SqliteDeliveries;
import dev.lastseat.embedded.sqlite.webhook.SqliteWebhooks;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The store that needs nothing installed: a file. Instants that are stored are kept to the
 * millisecond, so the clock should tick no finer.
 */
public final class EmbeddedAdapters implements AutoCloseable {
  private final Database database;
  private final Clock clock;

  private EmbeddedAdapters(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens the store in the folder; both are made where there are none.
   *
   * @throws UnusableStore when the folder or the file in it cannot be used, which then stay as they
   *     were
   */
  public static EmbeddedAdapters open(Path dataDir, Clock clock, Observer observer) {
    return new EmbeddedAdapters(Database.open(dataDir, observer), clock);
  }

  /** The same, which nobody watches. */
  public static EmbeddedAdapters open(Path dataDir, Clock clock) {
    return open(dataDir, clock, Observer.NOBODY);
  }

  /**
   * Copies the store of the folder as it is at one moment, also while a process sells from it.
   *
   * @param target a file that is not there yet
   * @throws UnusableStore when there is no store, or it cannot be copied
   */
  public static void copy(Path dataDir, Path target) {
    Database.copy(dataDir, target);
  }

  public Events events() {
    return new SqliteEvents(database);
  }

  public Bookings bookings() {
    return new SqliteBookings(database);
  }

  public Orders orders() {
    return new SqliteOrders(database);
  }

  public Users users() {
    return new SqliteUsers(database);
  }

  public Sessions sessions() {
    return new SqliteSessions(database);
  }

  public Passkeys passkeys() {
    return new SqlitePasskeys(database);
  }

  public OneTimeTokens oneTimeTokens() {
    return new SqliteOneTimeTokens(database);
  }

  public Jobs jobs() {
    return new SqliteJobs(database);
  }

  public PasskeyChallenges passkeyChallenges() {
    return new SqlitePasskeyChallenges(database);
  }

  public ApiKeys apiKeys() {
    return new SqliteApiKeys(database);
  }

  public FactLog facts() {
    return new SqliteFactLog(database);
  }

  public FactPositions factPositions() {
    return new SqliteFactPositions(database);
  }

  public Webhooks webhooks() {
    return new SqliteWebhooks(database);
  }

  public Deliveries deliveries() {
    return new SqliteDeliveries(database);
  }

  public SalesFigures salesFigures() {
    return new SqliteSalesFigures(database);
  }

  public SealedTree sealedTree() {
    return new SqliteSealedTree(database);
  }

  public Health health() {
    return new SqliteHealth(database, clock);
  }

  /** Writes what waits, and closes the file. */
  @Override
  public void close() {
    database.close();
  }
}
