package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.UnusableStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open file: connections that read, the one that writes, and the lock that keeps other
 * processes out. A read sees everything that was committed before it began. There are two lanes of
 * reads, so that who looks a booking up does not stand behind an export.
 */
public final class Database implements AutoCloseable {
  private static final String BEGIN = "begin";

  private final DataFolder folder;
  private final ReadLane few;
  private final ReadLane many;
  private final Writer writer;

  private Database(DataFolder folder, SqlConnection connection, Observer observer) {
    Connections connections = new Connections(folder.store());
    this.folder = folder;
    this.few = new ReadLane("reader", connections);
    this.many = new ReadLane("lister", connections);
    this.writer = new Writer(new GroupCommit(connections, connection), observer);
  }

  /**
   * What somebody wants done in the store, on a thread that may. A write may run twice, when the
   * transaction it ran in first had to be rolled back; so it must have no effects elsewhere.
   *
   * @param <S> a connection for a read, a {@link Transaction} for a write
   */
  @FunctionalInterface
  public interface Work<S, T> {
    T in(S store) throws SQLException;
  }

  public static Database open(Path dataDir, Observer observer) {
    DataFolder folder = DataFolder.open(dataDir);
    try {
      return new Database(
          folder, new StoreFile(folder.store(), StoreFile.SCRIPTS).open(), observer);
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  /**
   * See {@code EmbeddedAdapters.copy}. Within a transaction, or a write of another process would
   * make it begin anew; https://sqlite.org/c3ref/backup_finish.html.
   */
  public static void copy(Path dataDir, Path target) {
    Path file = existing(dataDir);
    try (SqlConnection store = new Connections(file).reader()) {
      store.runScript("begin; select 1 from sqlite_schema");
      store.copy(target);
    } catch (SQLException failure) {
      throw new UnusableStore(file, "cannot be copied: " + failure.getMessage(), failure);
    }
  }

  /**
   * Where the store of the folder is.
   *
   * @throws UnusableStore when there is none, or it cannot be read
   */
  public static Path existing(Path dataDir) {
    Path file = dataDir.resolve(DataFolder.STORE);
    if (Files.notExists(file)) {
      throw new UnusableStore(file, "is not there");
    }
    if (!Files.isReadable(file)) {
      throw new UnusableStore(file, "cannot be read by this user");
    }
    return file;
  }

  Path file() {
    return folder.store();
  }

  Writer writer() {
    return writer;
  }

  /** For a single statement that finds a few rows by an index. */
  public <T> T read(Work<SqlConnection, T> read) {
    return few.run(read);
  }

  /** The rows of a single statement that finds a few by an index. */
  public <T> List<T> list(String sql, Function<Row, T> reader, Object... values) {
    return read(store -> store.list(sql, reader, values));
  }

  /** The same without those that make no sense. */
  public <T> List<T> readable(String sql, Function<Row, T> reader, Object... values) {
    return read(store -> store.readable(sql, reader, values));
  }

  /** The first of them. */
  public <T> Optional<T> first(String sql, Function<Row, T> reader, Object... values) {
    return read(store -> store.first(sql, reader, values));
  }

  /** The one number that the statement answers; a condition is answered by 1 or 0. */
  public long number(String sql, Object... values) {
    return read(store -> store.number(sql, values));
  }

  /** For a single statement that may go through many rows. */
  public <T> T scan(Work<SqlConnection, T> read) {
    return many.run(read);
  }

  /** For several statements that must see the same state. */
  public <T> T snapshot(Work<SqlConnection, T> read) {
    return many.run(
        store -> {
          store.update(BEGIN);
          T seen = read.in(store);
          store.update(GroupCommit.COMMIT);
          return seen;
        });
  }

  /** Runs the write and answers when it is on the disk. */
  public <T> T write(Work<Transaction, T> write) {
    return writer.run(write);
  }

  /** What is to be done with each of several items; whether it was. */
  @FunctionalInterface
  public interface Each<T> {
    boolean in(Transaction transaction, T item) throws SQLException;
  }

  /** The same with each of them, all or nothing; answers those with which it was done. */
  public <T> List<T> writeAll(Collection<T> items, Each<T> write) {
    return write(
        transaction -> {
          List<T> done = new ArrayList<>();
          for (T item : items) {
            if (write.in(transaction, item)) {
              done.add(item);
            }
          }
          return done;
        });
  }

  /** The same for a single statement; answers how many rows it changed. */
  public int update(String sql, @Nullable Object... values) {
    return write(transaction -> transaction.connection().update(sql, values));
  }

  /** The writer goes last: whoever is last copies the log into the file and takes it away. */
  @Override
  public void close() {
    try (folder;
        writer;
        many;
        few) {
      // Closed in the opposite order.
    }
  }
}
