package dev.lastseat.embedded.sqlite.engine;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Reads on threads of their own, for SQLite is native code, which would hold the carrier of
 * whichever virtual thread asks. There are two lanes, so that who looks a booking up does not stand
 * behind an export, and so few threads that they leave room for everything else.
 *
 * <p>A read sees everything that was committed before it began.
 */
public final class Readers implements AutoCloseable {
  /** Threads of each lane. */
  static final int SIZE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private static final Sql BEGIN = Sql.of("begin");
  private static final Duration END = Duration.ofSeconds(5);

  private final ReadLane few;
  private final ReadLane many;

  Readers(Connections connections) {
    this.few = new ReadLane("lastseat-reader", SIZE, connections);
    this.many = new ReadLane("lastseat-lister", SIZE, connections);
  }

  /** For a single statement that finds a few rows by an index. */
  public <T> T read(Work<SqlConnection, T> read) {
    return few.run(read);
  }

  /** For a single statement that may go through many rows. */
  public <T> T scan(Work<SqlConnection, T> read) {
    return many.run(read);
  }

  /** For several statements that must see the same state. */
  public <T> T snapshot(Work<SqlConnection, T> read) {
    return many.run(store -> inTransaction(store, read));
  }

  private static <T> T inTransaction(SqlConnection store, Work<SqlConnection, T> read)
      throws SQLException {
    store.update(BEGIN);
    T seen = read.in(store);
    store.update(GroupCommit.COMMIT);
    return seen;
  }

  /** Waits for the reads that are under way, but not for ever. */
  @Override
  public void close() {
    close(END);
  }

  void close(Duration patience) {
    few.close(patience);
    many.close(patience);
  }
}
