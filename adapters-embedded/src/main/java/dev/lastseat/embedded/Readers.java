package dev.lastseat.embedded;

import dev.lastseat.domain.port.StoreUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Connections that read, and never wait for the writer. */
final class Readers implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final List<SqlConnection> all;
  private final BlockingQueue<SqlConnection> idle;

  Readers(List<SqlConnection> connections) {
    this.all = List.copyOf(connections);
    this.idle = new ArrayBlockingQueue<>(all.size(), false, all);
  }

  /**
   * What the work reads.
   *
   * @throws StoreUnavailable when there was no connection in time, or the file cannot be read
   */
  <T> T read(SqlWork<T> work) {
    SqlConnection connection = borrow();
    try {
      return work.run(connection);
    } catch (SQLException failure) {
      throw SqlFailures.translate(failure);
    } finally {
      idle.add(connection);
    }
  }

  private SqlConnection borrow() {
    try {
      SqlConnection connection = idle.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (connection == null) {
        throw new StoreUnavailable("too many reads are waiting");
      }
      return connection;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while waiting to read", interrupted);
    }
  }

  @Override
  public void close() {
    for (SqlConnection connection : all) {
      try {
        connection.close();
      } catch (SQLException failure) {
        throw SqlFailures.translate(failure);
      }
    }
  }
}
