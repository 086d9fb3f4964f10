package dev.lastseat.embedded.sqlite.fact;

import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.FactText;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.stored.StoredFacts;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.row.Write;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Facts from rows of {@code fact}, and as new ones. */
public final class FactRows {
  private static final String INSERT =
      """
      insert into fact (stream, version, kind, at, actor, request_id, data)
      values (
        ?1, (select coalesce(max(version), 0) + 1 from fact where stream = ?1), ?2, ?3, ?4, ?5, ?6)
      """;

  private FactRows() {}

  /** Called by whoever makes the change, in the same transaction. */
  public static void insert(Transaction transaction, Change change) throws SQLException {
    transaction.update(
        INSERT,
        change.stream().text(),
        change.kind().word(),
        change.at(),
        change.cause().actor().text(),
        change.cause().requestId(),
        FactText.of(change.data()));
  }

  /** Runs the statement, and inserts the fact if it has changed a row: whether it has. */
  public static boolean update(
      Transaction transaction, Change change, String sql, @Nullable Object... values)
      throws SQLException {
    boolean changed = transaction.update(sql, values) == 1;
    if (changed) {
      insert(transaction, change);
    }
    return changed;
  }

  /** The same for what is put together. */
  public static boolean update(Transaction transaction, Change change, Write write)
      throws SQLException {
    return update(transaction, change, write.sql(), write.values().toArray());
  }

  static RecordedFact read(Row row) {
    return new RecordedFact(
        row.number("sequence"), StoredFacts.fact(row, row.text("data", FactText::data)));
  }
}
