package dev.lastseat.embedded;

import dev.lastseat.domain.port.StoreUnavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The one thread that writes. Whatever waits is written in one transaction, so that many writes
 * share one fsync, each with an outcome of its own; while a batch is being committed the next one
 * gathers (docs/adr/0005). A write whose transaction failed is tried once more in a transaction of
 * its own.
 */
final class Writer implements AutoCloseable {
  static final int MAX_BATCH = 512;
  static final int MAX_WAITING = 20_000;
  private static final long PATIENCE_SECONDS = 10;

  private final SqlConnection connection;
  private final BlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Thread thread;
  private volatile boolean closed;

  Writer(SqlConnection connection) {
    this.connection = connection;
    this.thread = Thread.ofPlatform().name("sqlite-writer").start(this::run);
  }

  /** A piece of work; the outcome gives its result or throws what kept it from having one. */
  private static final class Write<T> {
    final SqlWork<T> work;
    final CompletableFuture<Supplier<T>> outcome = new CompletableFuture<>();
    private Supplier<T> result = this::unfinished;

    Write(SqlWork<T> work) {
      this.work = work;
    }

    void run(SqlConnection connection) throws SQLException {
      T value = work.run(connection);
      result = () -> value;
    }

    void committed() {
      outcome.complete(result);
    }

    void failed(RuntimeException failure) {
      outcome.complete(
          () -> {
            throw failure;
          });
    }

    private T unfinished() {
      throw new IllegalStateException("the work was not done");
    }
  }

  /**
   * Does the work in a transaction and answers once it is on disk.
   *
   * @throws StoreUnavailable when it could not be written, or not in time
   */
  <T> T write(SqlWork<T> work) {
    Write<T> write = new Write<>(work);
    if (closed || !waiting.offer(write)) {
      throw new StoreUnavailable(closed ? "the store is closed" : "too many writes are waiting");
    }
    try {
      return write.outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    } catch (TimeoutException late) {
      throw new StoreUnavailable("the disk did not answer in time", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while waiting for the disk", interrupted);
    }
  }

  private void run() {
    List<Write<?>> batch = new ArrayList<>(MAX_BATCH);
    try {
      while (!closed || !waiting.isEmpty()) {
        Write<?> first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, MAX_BATCH - 1);
          commit(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Write<?>> batch) {
    try {
      for (Write<?> write : batch) {
        write.run(connection);
      }
      connection.commit();
      batch.forEach(Write::committed);
    } catch (SQLException | RuntimeException failure) {
      rollback();
      if (batch.size() == 1) {
        batch.getFirst().failed(translated(failure));
      } else {
        batch.forEach(write -> commit(List.of(write)));
      }
    }
  }

  private static RuntimeException translated(Exception failure) {
    return switch (failure) {
      case SQLException sql -> SqlFailures.translate(sql);
      case RuntimeException other -> other;
      default -> new IllegalStateException(failure);
    };
  }

  /** SQLite has rolled back by itself after some failures; then this one has nothing to do. */
  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException nothingToRollBack) {
      System.getLogger(Writer.class.getName())
          .log(System.Logger.Level.DEBUG, "rollback", nothingToRollBack);
    }
  }

  /** Writes what waits, then ends. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      connection.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (SQLException failure) {
      throw SqlFailures.translate(failure);
    }
  }
}
