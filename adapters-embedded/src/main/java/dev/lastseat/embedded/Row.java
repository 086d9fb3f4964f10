package dev.lastseat.embedded;

import dev.lastseat.domain.port.CorruptDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stored row, read column by column; a column that makes no sense is named with its table and id.
 */
record Row(String table, String id, ResultSet columns) {

  /** A row of a table whose key is {@code id}. */
  static Row of(String table, ResultSet columns) throws SQLException {
    return new Row(table, columns.getString("id"), columns);
  }

  String text(String column) throws SQLException {
    return text(column, text -> text);
  }

  <T> T text(String column, Function<String, T> parse) throws SQLException {
    String text = columns.getString(column);
    if (text == null) {
      throw new CorruptDocument(table, id, column, new IllegalArgumentException("is missing"));
    }
    return sense(column, () -> parse.apply(text));
  }

  int integer(String column) throws SQLException {
    return columns.getInt(column);
  }

  long number(String column) throws SQLException {
    return columns.getLong(column);
  }

  Instant instant(String column) throws SQLException {
    return optionalInstant(column)
        .orElseThrow(
            () ->
                new CorruptDocument(table, id, column, new IllegalArgumentException("is missing")));
  }

  Optional<Instant> optionalInstant(String column) throws SQLException {
    long millis = columns.getLong(column);
    return columns.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** A value that its type may refuse to be. */
  <T> T sense(String column, Value<T> value) throws SQLException {
    try {
      return value.make();
    } catch (IllegalArgumentException nonsense) {
      throw new CorruptDocument(table, id, column, nonsense);
    }
  }

  /** Makes a value. */
  interface Value<T> {
    T make() throws SQLException;
  }

  /** For lists: a row that makes no sense is logged and left out, and the others are served. */
  static <T> SqlConnection.RowReader<Optional<T>> tolerant(SqlConnection.RowReader<T> reader) {
    return row -> {
      try {
        return Optional.of(reader.read(row));
      } catch (CorruptDocument corrupt) {
        System.getLogger(Row.class.getName()).log(System.Logger.Level.ERROR, "left out", corrupt);
        return Optional.empty();
      }
    };
  }
}
