package dev.lastseat.embedded;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one page of a list that is sorted by a column and then by id, both in the same direction.
 *
 * @param select what is selected from where, up to the conditions
 * @param count the same, for counting
 * @param key the column that is sorted by
 * @param number whether that column holds numbers
 * @param id the column with the id
 */
record PageQuery<T>(
    String select,
    String count,
    String key,
    boolean number,
    String id,
    boolean ascending,
    SqlConnection.RowReader<T> reader) {

  private record Item<T>(Optional<T> value, Position position) {}

  Page<T> read(SqlConnection connection, Filters filters, PageRequest request) throws SQLException {
    return switch (request) {
      case PageRequest.Numbered numbered -> numbered(connection, filters, numbered);
      case PageRequest.After after -> after(connection, filters, after);
    };
  }

  private Page<T> numbered(SqlConnection connection, Filters filters, PageRequest.Numbered request)
      throws SQLException {
    long total = connection.number(count + filters.where(), filters.arguments());
    List<Item<T>> items =
        connection.list(
            select + filters.where() + order() + " limit ? offset ?",
            this::item,
            filters.arguments(request.limit() + 1, request.skipped()));
    return page(items, request.limit(), Optional.of(total));
  }

  /** One more than is wanted is read, to know whether a further page follows. */
  private Page<T> after(SqlConnection connection, Filters filters, PageRequest.After request)
      throws SQLException {
    Filters rest = filters.copy();
    if (request.position().isPresent()) {
      Position position = request.position().get();
      String comparison = ascending ? ">" : "<";
      rest.and("(%s, %s) %s (?, ?)".formatted(key, id, comparison), keyOf(position), position.id());
    }
    List<Item<T>> items =
        connection.list(
            select + rest.where() + order() + " limit ?",
            this::item,
            rest.arguments(request.limit() + 1));
    return page(items, request.limit(), Optional.empty());
  }

  private Page<T> page(List<Item<T>> read, int limit, Optional<Long> total) {
    boolean more = read.size() > limit;
    List<Item<T>> shown = more ? read.subList(0, limit) : read;
    List<T> items = new ArrayList<>(shown.size());
    shown.forEach(item -> item.value().ifPresent(items::add));
    return new Page<>(
        items, total, more ? Optional.of(shown.getLast().position()) : Optional.empty());
  }

  private Item<T> item(ResultSet row) throws SQLException {
    Position position = new Position(row.getString("position_key"), row.getString("id"));
    return new Item<>(Row.tolerant(reader).read(row), position);
  }

  private String order() {
    String direction = ascending ? "asc" : "desc";
    return " order by %s %s, %s %s".formatted(key, direction, id, direction);
  }

  private Object keyOf(Position position) {
    try {
      return number ? Long.valueOf(position.key()) : position.key();
    } catch (NumberFormatException other) {
      throw new InvalidValue("cursor", position.key(), "must be one of this list");
    }
  }
}
