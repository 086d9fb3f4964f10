package dev.lastseat.embedded.sqlite.engine;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/** A queue of reads, and threads that do them in turn, each through a connection of its own. */
final class ReadLane {
  private static final System.Logger LOG = System.getLogger(ReadLane.class.getName());

  private final BlockingQueue<Job<SqlConnection, ?>> waiting =
      new LinkedBlockingQueue<>(Job.MAX_WAITING);

  /** Ends the thread that takes it. */
  private final Job<SqlConnection, Boolean> last = Job.of(_ -> true);

  private final Connections connections;
  private final SqlFailures failures;
  private final List<Thread> threads;
  private volatile boolean closed;

  ReadLane(String name, int size, Connections connections) {
    this.connections = connections;
    this.failures = new SqlFailures(connections.file());
    this.threads =
        IntStream.rangeClosed(1, size)
            .mapToObj(i -> Thread.ofPlatform().name(name + "-" + i).daemon().start(new Reader()))
            .toList();
  }

  <T> T run(Work<SqlConnection, T> read) {
    Job<SqlConnection, T> job = Job.of(read);
    if (closed) {
      throw failures.closed();
    }
    if (!waiting.offer(job)) {
      throw failures.tooSlow("too many reads are waiting");
    }
    if (closed && waiting.remove(job)) {
      throw failures.closed();
    }
    return job.await(failures);
  }

  /** Does what was asked for before, and waits for it for so long. */
  void close(Duration patience) {
    closed = true;
    threads.forEach(_ -> waiting.offer(last));
    try {
      for (Thread thread : threads) {
        if (!thread.join(patience)) {
          LOG.log(Level.WARNING, "reads were still under way when the store was closed");
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Reader implements Runnable {
    private Optional<SqlConnection> open = Optional.empty();

    @Override
    public void run() {
      boolean goesOn = true;
      while (goesOn) {
        try {
          goesOn = answerNext();
        } catch (InterruptedException interrupted) {
          goesOn = false;
        } catch (RuntimeException | Error failure) {
          LOG.log(Level.ERROR, "a read was cut short", failure);
        }
      }
      drop();
    }

    private boolean answerNext() throws InterruptedException {
      Job<SqlConnection, ?> job = waiting.take();
      boolean isLast = job.equals(last);
      if (!isLast && !job.isAbandoned()) {
        answer(job);
      }
      return !isLast;
    }

    /** A connection that failed is not used again. */
    private void answer(Job<SqlConnection, ?> job) {
      try {
        job.run(connection()).run();
      } catch (SQLException failure) {
        fail(job, failures.of(failure));
      } catch (RuntimeException failure) {
        fail(job, failure);
      } catch (Error failure) {
        fail(job, new IllegalStateException("a read failed", failure));
      }
    }

    private void fail(Job<SqlConnection, ?> job, RuntimeException failure) {
      job.fail(failure);
      drop();
    }

    private SqlConnection connection() throws SQLException {
      SqlConnection connection = open.isPresent() ? open.get() : connections.reader();
      open = Optional.of(connection);
      return connection;
    }

    private void drop() {
      Optional<SqlConnection> dropped = open;
      open = Optional.empty();
      dropped.ifPresent(SqlConnection::close);
    }
  }
}
