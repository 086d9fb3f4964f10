package dev.lastseat.embedded;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.embedded.sqlite.analytics.SqliteSalesFigures;
import dev.lastseat.embedded.sqlite.apikey.SqliteApiKeys;
import dev.lastseat.embedded.sqlite.audit.SqliteSealedTree;
import dev.lastseat.embedded.sqlite.booking.SqliteBookings;
import dev.lastseat.embedded.sqlite.booking.SqliteOrders;
import dev.lastseat.embedded.sqlite.checkin.SqliteCheckins;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.SqliteHealth;
import dev.lastseat.embedded.sqlite.event.SqliteEvents;
import dev.lastseat.embedded.sqlite.fact.SqliteFactLog;
import dev.lastseat.embedded.sqlite.fact.SqliteFactPositions;
import dev.lastseat.embedded.sqlite.job.SqliteJobs;
import dev.lastseat.embedded.sqlite.passkey.SqlitePasskeyChallenges;
import dev.lastseat.embedded.sqlite.passkey.SqlitePasskeys;
import dev.lastseat.embedded.sqlite.payment.SqlitePayments;
import dev.lastseat.embedded.sqlite.ticket.SqliteTickets;
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
    EmbeddedAdapters opened = new EmbeddedAdapters(Database.open(dataDir, observer), clock);
    new SqliteJobs(opened.database).endLeases();
    return opened;
  }

  /** The same, which nobody watches. */
  public static EmbeddedAdapters open(Path dataDir, Clock clock) {
    return open(dataDir, clock, Observer.NOBODY);
  }

  /**
   * Looks whether the folder has a store, for whoever would not have one made.
   *
   * @throws UnusableStore when it has none
   */
  public static void requireStore(Path dataDir) {
    Database.existing(dataDir);
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

  public Store store() {
    return new Store(
        new SqliteEvents(database),
        new SqliteBookings(database),
        new SqliteOrders(database),
        new SqliteTickets(database),
        new SqlitePayments(database),
        new SqliteCheckins(database),
        new SqliteUsers(database),
        new SqliteSessions(database),
        new SqliteOneTimeTokens(database),
        new SqlitePasskeys(database),
        new SqlitePasskeyChallenges(database),
        new SqliteApiKeys(database),
        new SqliteJobs(database),
        new SqliteWebhooks(database),
        new SqliteDeliveries(database),
        new SqliteFactLog(database),
        new SqliteFactPositions(database),
        new SqliteSalesFigures(database),
        new SqliteSealedTree(database));
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
