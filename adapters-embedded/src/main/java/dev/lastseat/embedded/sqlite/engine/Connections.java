package dev.lastseat.embedded.sqlite.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteOpenMode;

/**
 * How the store file is opened (https://sqlite.org/pragma.html, https://sqlite.org/wal.html). What
 * a commit in this mode has answered survives a loss of power.
 */
record Connections(Path file) {
  /** How long a lock that some other program holds on the file is waited for. */
  private static final int BUSY_MILLIS = 2_000;

  private static final int WRITER_CACHE_KIB = 16 * 1024;
  private static final int READER_CACHE_KIB = 8 * 1024;
  private static final int LOG_BYTES_KEPT = 64 * 1024 * 1024;

  /**
   * A longer log is copied into the file less often; every copy writes a page once, not often. As
   * many pages as {@link #LOG_BYTES_KEPT} are. Only with {@code fullfsync} does macOS empty the
   * disk's own cache; elsewhere it is nothing. What is deleted is written over, for an account that
   * was erased must not be read in the file.
   */
  private static final String DURABLE =
      """
      pragma wal_autocheckpoint = 16000;
      pragma fullfsync = on;
      pragma checkpoint_fullfsync = on;
      pragma secure_delete = on;
      """;

  /** A file that is gone stays gone: an empty one in its place would be worse. */
  SqlConnection writer() throws SQLException {
    SQLiteConfig config = config(WRITER_CACHE_KIB);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setJournalSizeLimit(LOG_BYTES_KEPT);
    SqlConnection connection = open(config);
    try {
      connection.runScript(DURABLE);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
    return connection;
  }

  SqlConnection reader() throws SQLException {
    SQLiteConfig config = config(READER_CACHE_KIB);
    config.setReadOnly(true);
    return open(config);
  }

  /** For a file that nobody else knows yet. */
  SqlConnection builder() throws SQLException {
    SQLiteConfig config = config(READER_CACHE_KIB);
    config.setJournalMode(JournalMode.DELETE);
    config.setSynchronous(SynchronousMode.FULL);
    return open(config);
  }

  private static SQLiteConfig config(int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(TempStore.MEMORY);
    config.setTransactionMode(TransactionMode.DEFERRED);
    // Nobody asks for them, and the driver would prepare and run a query after each insert.
    config.setGetGeneratedKeys(false);
    return config;
  }

  private SqlConnection open(SQLiteConfig config) throws SQLException {
    return SqlConnection.over(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
  }
}
