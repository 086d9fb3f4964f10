package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Runs writes together in one transaction with one commit. Where that fails as a whole, each is run
 * again alone, so that every write has an outcome of its own and none pays for its neighbour.
 */
final class GroupCommit implements AutoCloseable {
  static final String COMMIT = "commit";
  private static final String BEGIN_WRITE = "begin immediate";

  private final Connections connections;
  private final SqlFailures failures;
  private Optional<Transaction> open;
  private volatile boolean refused;

  GroupCommit(Connections connections, SqlConnection writer) {
    this.connections = connections;
    this.failures = new SqlFailures(connections.file());
    this.open = Optional.of(new Transaction(writer));
  }

  /**
   * A write that somebody waits for.
   *
   * @param cause who wants it; bound again while it is done
   * @param since when that began, as the observer tells moments
   */
  record Job<T>(Work<Transaction, T> work, Cause cause, CompletableFuture<T> outcome, long since) {
    static <T> Job<T> of(Work<Transaction, T> work, long since) {
      return new Job<>(work, Cause.current(), new CompletableFuture<>(), since);
    }

    /** Does the work; its outcome is told by what this answers, after the commit. */
    private Runnable run(Transaction transaction) throws SQLException {
      T result = cause.during(() -> work.in(transaction));
      return () -> outcome.complete(result);
    }
  }

  SqlFailures failures() {
    return failures;
  }

  void run(List<Job<?>> jobs) {
    Transaction transaction;
    try {
      transaction = begin();
    } catch (SQLException | RuntimeException failure) {
      drop();
      fail(jobs, failure);
      return;
    }
    List<Runnable> outcomes = new ArrayList<>(jobs.size());
    try {
      for (Job<?> job : jobs) {
        outcomes.add(job.run(transaction));
      }
      transaction.connection().update(COMMIT);
    } catch (SQLException | RuntimeException | Error failure) {
      rollBack(transaction);
      if (jobs.size() == 1) {
        fail(jobs, failure);
      } else {
        jobs.forEach(job -> run(List.of(job)));
      }
      return;
    }
    refused = false;
    outcomes.forEach(Runnable::run);
  }

  private Transaction begin() throws SQLException {
    Transaction transaction = open.isPresent() ? open.get() : new Transaction(connections.writer());
    open = Optional.of(transaction);
    transaction.connection().update(BEGIN_WRITE);
    return transaction;
  }

  /** SQLite may have rolled back by itself already; a connection that cannot is of no more use. */
  private void rollBack(Transaction transaction) {
    try {
      transaction.rollBack();
    } catch (SQLException failure) {
      drop();
    }
  }

  private void fail(List<Job<?>> jobs, Throwable cause) {
    RuntimeException failure = failures.of(cause);
    refused = refused || failure instanceof StoreUnavailable;
    jobs.forEach(job -> job.outcome().completeExceptionally(failure));
  }

  /** Whether the store has refused a write since it last took one; known before the outcome is. */
  boolean isRefused() {
    return refused;
  }

  /** The next write gets a new connection. */
  void drop() {
    Optional<Transaction> dropped = open;
    open = Optional.empty();
    dropped.map(Transaction::connection).ifPresent(SqlConnection::close);
  }

  @Override
  public void close() {
    open.map(Transaction::connection).ifPresent(SqlConnection::close);
  }
}
