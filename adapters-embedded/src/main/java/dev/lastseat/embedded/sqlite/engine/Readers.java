package dev.lastseat.embedded.sqlite.engine;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A small pool of read-only connections, opened when they are first needed. A read sees everything
 * that was committed before it began.
 */
public final class Readers implements AutoCloseable {
  static final int SIZE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration END = Duration.ofSeconds(5);
  private static final System.Logger LOG = System.getLogger(Readers.class.getName());

  private final Connections connections;
  private final SqlFailures failures;
  private final Semaphore free = new Semaphore(SIZE, true);
  private final Deque<SqlConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(Connections connections) {
    this.connections = connections;
    this.failures = new SqlFailures(connections.file());
  }

  /** Looks into the store and says what it saw. */
  public interface Read<T> {
    T in(SqlConnection connection) throws SQLException;
  }

  /** For a single statement. */
  public <T> T read(Read<T> read) {
    takePermit();
    try {
      return withConnection(read);
    } catch (SQLException failure) {
      throw failures.of(failure);
    } finally {
      free.release();
    }
  }

  /** For several statements that must see the same state. */
  public <T> T snapshot(Read<T> read) {
    return read(
        connection -> {
          connection.update(StoreSql.BEGIN_READ);
          T seen = read.in(connection);
          connection.update(StoreSql.COMMIT);
          return seen;
        });
  }

  /** A connection that failed is not used again. */
  private <T> T withConnection(Read<T> read) throws SQLException {
    SqlConnection connection = connection();
    try {
      T result = read.in(connection);
      idle.addFirst(connection);
      return result;
    } catch (SQLException | RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  private SqlConnection connection() throws SQLException {
    Optional<SqlConnection> waiting = Optional.ofNullable(idle.pollFirst());
    return waiting.isPresent() ? waiting.get() : connections.reader();
  }

  private void takePermit() {
    boolean taken = false;
    try {
      taken = !closed && free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (closed) {
      if (taken) {
        free.release();
      }
      throw failures.closed();
    }
    if (!taken) {
      throw failures.tooSlow("no connection for a read within " + PATIENCE.toSeconds() + " s");
    }
  }

  /** Waits for the reads that are under way, but not for ever. */
  @Override
  public void close() {
    close(END);
  }

  void close(Duration patience) {
    closed = true;
    if (ended(patience)) {
      free.release(SIZE);
    } else {
      LOG.log(Level.WARNING, "reads were still under way when the store was closed");
    }
    for (SqlConnection next = idle.poll(); next != null; next = idle.poll()) {
      next.close();
    }
  }

  private boolean ended(Duration patience) {
    try {
      return free.tryAcquire(SIZE, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
