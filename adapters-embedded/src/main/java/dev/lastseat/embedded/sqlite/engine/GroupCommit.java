package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.StoreUnavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs writes together in one transaction with one commit. Where that fails as a whole, each is run
 * again alone, so that every write has an outcome of its own and none pays for its neighbour.
 */
final class GroupCommit implements AutoCloseable {
  private static final Sql BEGIN_WRITE = Sql.of("begin immediate");
  static final Sql COMMIT = Sql.of("commit");

  private final Connections connections;
  private final SqlFailures failures;
  private Optional<SqlConnection> open;
  private volatile boolean refused;

  GroupCommit(Connections connections, SqlConnection writer) {
    this.connections = connections;
    this.failures = new SqlFailures(connections.file());
    this.open = Optional.of(writer);
  }

  void run(List<Job<Transaction, ?>> jobs) {
    Optional<SqlConnection> begun = begin(jobs);
    if (begun.isPresent() && !commit(begun.get(), jobs)) {
      jobs.forEach(job -> run(List.of(job)));
    }
  }

  /** Where no transaction begins, nothing was written for any of them. */
  private Optional<SqlConnection> begin(List<Job<Transaction, ?>> jobs) {
    try {
      SqlConnection connection = connection();
      connection.update(BEGIN_WRITE);
      return Optional.of(connection);
    } catch (SQLException failure) {
      return lost(jobs, failures.of(failure));
    } catch (RuntimeException failure) {
      return lost(jobs, failure);
    }
  }

  private Optional<SqlConnection> lost(List<Job<Transaction, ?>> jobs, RuntimeException failure) {
    drop();
    fail(jobs, failure);
    return Optional.empty();
  }

  /** Whether every job has its outcome. */
  private boolean commit(SqlConnection connection, List<Job<Transaction, ?>> jobs) {
    List<Runnable> outcomes;
    try {
      outcomes = runAll(connection, jobs);
      connection.update(COMMIT);
    } catch (SQLException failure) {
      return undone(connection, jobs, failures.of(failure));
    } catch (RuntimeException failure) {
      return undone(connection, jobs, failure);
    } catch (Error failure) {
      return undone(connection, jobs, new IllegalStateException("a write failed", failure));
    }
    refused = false;
    outcomes.forEach(Runnable::run);
    return true;
  }

  private static List<Runnable> runAll(SqlConnection connection, List<Job<Transaction, ?>> jobs)
      throws SQLException {
    Transaction transaction = new Transaction(connection);
    List<Runnable> outcomes = new ArrayList<>(jobs.size());
    for (Job<Transaction, ?> job : jobs) {
      outcomes.add(job.run(transaction));
    }
    return outcomes;
  }

  private boolean undone(
      SqlConnection connection, List<Job<Transaction, ?>> jobs, RuntimeException failure) {
    rollBack(connection);
    boolean alone = jobs.size() == 1;
    if (alone) {
      fail(jobs, failure);
    }
    return alone;
  }

  /** SQLite may have rolled back by itself already; a connection that cannot is of no more use. */
  private void rollBack(SqlConnection connection) {
    try {
      connection.rollBack();
    } catch (SQLException failure) {
      drop();
    }
  }

  private void fail(List<Job<Transaction, ?>> jobs, RuntimeException failure) {
    refused = refused || failure instanceof StoreUnavailable;
    jobs.forEach(job -> job.fail(failure));
  }

  /** Whether the store has refused a write since it last took one; known before the outcome is. */
  boolean isRefused() {
    return refused;
  }

  private SqlConnection connection() throws SQLException {
    SqlConnection connection = open.isPresent() ? open.get() : connections.writer();
    open = Optional.of(connection);
    return connection;
  }

  /** The next write gets a new connection. */
  void drop() {
    Optional<SqlConnection> dropped = open;
    open = Optional.empty();
    dropped.ifPresent(SqlConnection::close);
  }

  @Override
  public void close() {
    open.ifPresent(SqlConnection::close);
  }
}
