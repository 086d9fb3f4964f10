package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.embedded.sqlite.engine.Database.Work;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that read in turn, each through a connection that nobody else uses meanwhile. SQLite is
 * native code, which would hold the carrier of whichever virtual thread asks.
 */
final class ReadLane implements AutoCloseable {
  /** So few that they leave room for everything else. */
  static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private static final Duration END = Duration.ofSeconds(5);
  private static final System.Logger LOG = System.getLogger(ReadLane.class.getName());

  private final Connections connections;
  private final SqlFailures failures;
  private final ExecutorService threads;
  private final Queue<SqlConnection> idle = new ConcurrentLinkedQueue<>();

  ReadLane(String name, Connections connections) {
    this.connections = connections;
    this.failures = new SqlFailures(connections.file());
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(Writer.MAX_WAITING),
            Thread.ofPlatform().name("lastseat-" + name + "-", 1).daemon().factory());
  }

  <T> T run(Work<SqlConnection, T> read) {
    try {
      return failures.await(threads.submit(() -> answer(read)));
    } catch (RejectedExecutionException refused) {
      throw threads.isShutdown()
          ? failures.closed()
          : failures.tooSlow("too many reads are waiting");
    }
  }

  /** A connection that failed is not used again. */
  private <T> T answer(Work<SqlConnection, T> read) throws SQLException {
    Optional<SqlConnection> known = Optional.ofNullable(idle.poll());
    SqlConnection connection = known.isPresent() ? known.get() : connections.reader();
    boolean sound = false;
    try {
      T result = read.in(connection);
      sound = true;
      return result;
    } finally {
      if (sound && !threads.isShutdown()) {
        idle.add(connection);
      } else {
        connection.close();
      }
    }
  }

  /** Waits for the reads that are under way, but not for ever. */
  @Override
  public void close() {
    close(END);
  }

  void close(Duration patience) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.WARNING, "reads were still under way when the store was closed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    idle.forEach(SqlConnection::close);
    idle.clear();
  }
}
