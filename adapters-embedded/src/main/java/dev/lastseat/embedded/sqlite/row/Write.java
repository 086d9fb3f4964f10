package dev.lastseat.embedded.sqlite.row;

import dev.lastseat.domain.stored.Values;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one row, each value into the column of its field; answers whether it did. Put together
 * anew each time: what every booking writes has statements of its own.
 */
public record Write(String sql, List<@Nullable Object> values)
    implements Work<Transaction, Boolean> {
  /**
   * A new row.
   *
   * @param into the statement as far as the table, such as {@code insert or ignore into user}
   */
  public static Write insert(String into, Values row) {
    List<String> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    row.forEach((field, value) -> add(field, "", value, columns, values));
    return new Write(
        "%s (%s) values (%s)"
            .formatted(
                into,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?"))),
        values);
  }

  /** The row that is as it was read. */
  public static Write update(String table, Values changed, Values asRead) {
    List<String> sets = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    changed.forEach((field, value) -> add(field, " = ?", value, sets, values));
    asRead.forEach((field, value) -> add(field, " is ?", value, conditions, values));
    return new Write(
        "update %s set %s where %s"
            .formatted(table, String.join(", ", sets), String.join(" and ", conditions)),
        values);
  }

  private static void add(
      String field,
      String operator,
      @Nullable Object value,
      List<String> terms,
      List<@Nullable Object> values) {
    terms.add(Row.column(field) + operator);
    values.add(value);
  }

  @Override
  public Boolean in(Transaction transaction) throws SQLException {
    return transaction.update(sql, values.toArray()) == 1;
  }
}
