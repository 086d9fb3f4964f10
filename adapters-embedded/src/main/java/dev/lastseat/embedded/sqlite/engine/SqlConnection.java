package dev.lastseat.embedded.sqlite.engine;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/**
 * One connection to the store file with the statements that it has prepared. Not for two threads at
 * once. Values are bound, never pasted.
 *
 * <p>Transactions are plain statements here: with its own auto-commit on, the driver would try a
 * transaction of its own after every statement, which costs more than many of them do.
 */
public final class SqlConnection implements AutoCloseable {
  /** More than there are constants; lists are put together from what is asked for. */
  private static final int MAX_PREPARED = 100;

  private static final System.Logger LOG = System.getLogger(SqlConnection.class.getName());

  private final Connection jdbc;

  /** The one that was used least lately comes first. */
  private final Map<String, Prepared> prepared = new LinkedHashMap<>(16, 0.75f, true);

  private SqlConnection(Connection jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the connection over; closes it when not even its first statement succeeds. */
  static SqlConnection over(Connection jdbc) throws SQLException {
    SqlConnection connection = new SqlConnection(jdbc);
    try {
      jdbc.setAutoCommit(false);
      connection.runScript("rollback");
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** Each row is read while the result stands on it. */
  public <T> List<T> list(String sql, Function<Row, T> reader, Object... values)
      throws SQLException {
    Prepared query = statement(sql, values);
    try (ResultSet result = query.statement.executeQuery()) {
      Row row = new Row(result, query.columns(result));
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reader.apply(row));
      }
      return rows;
    }
  }

  /** The same without those that make no sense, which must not hide the others. */
  public <T> List<T> readable(String sql, Function<Row, T> reader, Object... values)
      throws SQLException {
    return list(sql, row -> row.reading(reader), values).stream()
        .flatMap(it -> it.item().stream())
        .toList();
  }

  public <T> Optional<T> first(String sql, Function<Row, T> reader, Object... values)
      throws SQLException {
    return list(sql, reader, values).stream().findFirst();
  }

  /** The one number that the statement answers; a condition is answered by 1 or 0. */
  public long number(String sql, Object... values) throws SQLException {
    try (ResultSet result = statement(sql, values).statement.executeQuery()) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /** How many rows the statement itself changed, not counting those of triggers. */
  public int update(String sql, @Nullable Object... values) throws SQLException {
    return statement(sql, values).statement.executeUpdate();
  }

  /** Many statements at once, none of them prepared. */
  public void runScript(String script) throws SQLException {
    try (Statement statement = jdbc.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  /** Into a new file, page by page. */
  void copy(Path target) throws SQLException {
    DB store = jdbc.unwrap(SQLiteConnection.class).getDatabase();
    int result = store.backup("main", target.toString(), null);
    if (result != Codes.SQLITE_OK) {
      throw DB.newSQLException(result, "it cannot be written to " + target);
    }
  }

  /** Ends the transaction, if SQLite has not done so by itself. */
  void rollBack() throws SQLException {
    forgetStatements(0);
    try {
      runScript("rollback");
    } catch (SQLException failure) {
      if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
        throw failure;
      }
    }
  }

  @Override
  public void close() {
    try {
      jdbc.close();
    } catch (SQLException failure) {
      // Whatever was committed is on the disk, and nothing else can be done with the connection.
      LOG.log(Level.WARNING, "a connection to the store did not close properly", failure);
    }
  }

  /** A statement, and the columns of what it answers, once it has. */
  private static final class Prepared {
    private final PreparedStatement statement;
    private @Nullable Map<String, Integer> columns;

    Prepared(PreparedStatement statement) {
      this.statement = statement;
    }

    Map<String, Integer> columns(ResultSet result) throws SQLException {
      Map<String, Integer> known = columns == null ? Row.columns(result) : columns;
      columns = known;
      return known;
    }
  }

  private Prepared statement(String sql, @Nullable Object... values) throws SQLException {
    Prepared known = prepared.get(sql);
    if (known == null) {
      forgetStatements(MAX_PREPARED - 1);
      known = new Prepared(jdbc.prepareStatement(sql));
      prepared.put(sql, known);
    }
    for (int i = 0; i < values.length; i++) {
      known.statement.setObject(i + 1, Binding.of(values[i]));
    }
    return known;
  }

  /** All but so many; after a failure the driver has closed some of them already, and not told. */
  private void forgetStatements(int kept) throws SQLException {
    Iterator<Prepared> statements = prepared.values().iterator();
    while (prepared.size() > kept) {
      statements.next().statement.close();
      statements.remove();
    }
  }
}
