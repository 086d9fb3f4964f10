package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads one page of a table, sorted by a column and then by id. */
public record PageReader<T>(
    String table, SortColumn sort, boolean ascending, SqlConnection.RowReader<T> reader) {
  private static final System.Logger LOG = System.getLogger(PageReader.class.getName());

  /** A row of the list; without its item when that makes no sense. */
  private record Listed<T>(Position position, Optional<T> item) {}

  public Page<T> read(SqlConnection connection, Conditions conditions, PageRequest request)
      throws SQLException {
    return switch (request) {
      case PageRequest.Numbered numbered -> {
        long total = connection.number(count(conditions), conditions.arguments());
        var rows = rows(connection, conditions, numbered.limit(), numbered.skipped());
        yield page(rows, numbered.limit(), Optional.of(total));
      }
      case PageRequest.After(Optional<Position> after, int limit) -> {
        Conditions following = after.map(it -> follows(conditions, it)).orElse(conditions);
        yield page(rows(connection, following, limit, 0), limit, Optional.empty());
      }
    };
  }

  private Conditions follows(Conditions conditions, Position position) {
    String comparison = ascending ? ">" : "<";
    return conditions.and(
        "(%s, id) %s (?, ?)".formatted(sort.name(), comparison),
        sort.value(position.key()),
        position.id());
  }

  private Sql count(Conditions conditions) {
    return new Sql.Composed("select count(*) from " + table + conditions.where());
  }

  /** One more than the page shows, to know whether another follows. */
  private List<Listed<T>> rows(
      SqlConnection connection, Conditions conditions, int limit, int skipped) throws SQLException {
    return connection.list(
        select(conditions), this::listed, conditions.arguments(limit + 1, skipped));
  }

  /** The statement for the rows of a page; its last two values are a limit and an offset. */
  public Sql select(Conditions conditions) {
    String direction = ascending ? "asc" : "desc";
    String order = " order by %s %s, id %s".formatted(sort.name(), direction, direction);
    return new Sql.Composed(
        "select * from " + table + conditions.where() + order + " limit ? offset ?");
  }

  private Listed<T> listed(ResultSet result) throws SQLException {
    Position position = new Position(result.getString(sort.name()), result.getString("id"));
    return new Listed<>(position, readable(reader, result));
  }

  private Page<T> page(List<Listed<T>> rows, int limit, Optional<Long> total) {
    List<Listed<T>> shown = rows.stream().limit(limit).toList();
    return new Page<>(
        shown.stream().flatMap(row -> row.item().stream()).toList(),
        total,
        rows.size() > limit ? Optional.of(shown.getLast().position()) : Optional.empty());
  }

  /** One row that makes no sense must not hide the others of its list. */
  public static <T> Optional<T> readable(SqlConnection.RowReader<T> reader, ResultSet result)
      throws SQLException {
    try {
      return Optional.of(reader.read(result));
    } catch (CorruptDocument corrupt) {
      LOG.log(Level.ERROR, "left out of a list: " + corrupt.getMessage(), corrupt);
      return Optional.empty();
    }
  }
}
