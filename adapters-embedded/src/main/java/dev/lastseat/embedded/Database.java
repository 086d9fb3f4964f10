package dev.lastseat.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** The open file: one writer, several readers, and the lock that keeps other processes out. */
final class Database implements AutoCloseable {
  static final String FILE = "lastseat.db";
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;
  private static final int MIN_READERS = 4;

  private final DataFolder folder;
  private final Writer writer;
  private final Readers readers;

  private Database(DataFolder folder, Writer writer, Readers readers) {
    this.folder = folder;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the file in the folder, which is made where there is none.
   *
   * @throws UnusableStore when folder or file cannot be used; the file is untouched then
   */
  static Database open(Path dataDir) {
    DataFolder folder = DataFolder.claim(dataDir);
    Path file = dataDir.resolve(FILE);
    try {
      FileCheck.requireOurs(file);
      SqlConnection first = connect(file, writerConfig());
      Migrations.apply(first, file);
      List<SqlConnection> connections = new ArrayList<>();
      int readers = Math.max(MIN_READERS, 2 * Runtime.getRuntime().availableProcessors());
      for (int i = 0; i < readers; i++) {
        connections.add(connect(file, readerConfig()));
      }
      return new Database(folder, new Writer(first), new Readers(connections));
    } catch (SQLException failure) {
      folder.close();
      throw new UnusableStore(file, "cannot be opened: " + failure.getMessage(), failure);
    } catch (IOException | RuntimeException failure) {
      folder.close();
      throw failure instanceof UnusableStore unusable
          ? unusable
          : new UnusableStore(file, "cannot be opened: " + failure, failure);
    }
  }

  <T> T write(SqlWork<T> work) {
    return writer.write(work);
  }

  <T> T read(SqlWork<T> work) {
    return readers.read(work);
  }

  private static SqlConnection connect(Path file, SQLiteConfig config) throws SQLException {
    return new SqlConnection(config.createConnection("jdbc:sqlite:" + file));
  }

  /** Its transactions begin by taking the write lock, and a commit returns after the fsync. */
  private static SQLiteConfig writerConfig() {
    SQLiteConfig config = commonConfig();
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setSynchronous(SynchronousMode.FULL);
    return config;
  }

  private static SQLiteConfig readerConfig() {
    SQLiteConfig config = commonConfig();
    config.setPragma(SQLiteConfig.Pragma.JOURNAL_MODE, JournalMode.WAL.getValue());
    config.setReadOnly(true);
    return config;
  }

  private static SQLiteConfig commonConfig() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    return config;
  }

  @Override
  public void close() {
    try (folder;
        readers;
        writer) {
      // Closed in the reverse order: the writer last of the connections would keep the log from
      // being emptied.
    }
  }
}
