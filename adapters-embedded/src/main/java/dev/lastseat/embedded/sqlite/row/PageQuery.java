package dev.lastseat.embedded.sqlite.row;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.stored.Reading;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one page of the rows of a table that fulfil any of the alternatives, of which no row
 * fulfils two: each comes in order out of an index of its own, and they are merged.
 */
public record PageQuery<T>(
    String table,
    Order order,
    List<Conditions> alternatives,
    PageRequest request,
    Function<Row, T> reader)
    implements Work<SqlConnection, Page<T>> {
  /**
   * By a column and then by another.
   *
   * @param textual whether the column has text; numbers otherwise
   * @param then by which no two rows with the same value there are alike
   */
  public record Order(String column, boolean textual, boolean ascending, String then) {
    /** Then by id. */
    public Order(String column, boolean textual, boolean ascending) {
      this(column, textual, ascending, "id");
    }

    private Object value(String key) {
      try {
        return textual ? key : Long.valueOf(key);
      } catch (NumberFormatException foreign) {
        throw new InvalidValue("cursor", key, "must be one of this list");
      }
    }
  }

  /** Whole rows, the latest by that column of times first. */
  public static <T> PageQuery<T> newestFirst(
      String table,
      String column,
      Conditions wanted,
      PageRequest request,
      Function<Row, T> reader) {
    return new PageQuery<>(
        table, new Order(column, false, false), List.of(wanted), request, reader);
  }

  /** What the rows must fulfil, all of it; values are bound. */
  public record Conditions(List<String> terms, List<Object> values) {
    public static final Conditions NONE = new Conditions(List.of(), List.of());

    public Conditions {
      terms = List.copyOf(terms);
      values = List.copyOf(values);
    }

    public Conditions and(String term, Object... bound) {
      return new Conditions(
          Stream.concat(terms.stream(), Stream.of(term)).toList(),
          Stream.concat(values.stream(), Stream.of(bound)).toList());
    }

    /** Asks for nothing when there is no value. */
    public Conditions and(String term, Optional<?> bound) {
      return bound.isPresent() ? and(term, bound.get()) : this;
    }

    /**
     * Between two times in the column that the list is sorted by. After a position, and not before
     * another, is all that a search in an index can do.
     */
    public Conditions within(
        String column, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
      String until = isAfter(page) ? "+" + column : column;
      return and(column + " >= ?", from).and(until + " <= ?", to);
    }

    private static boolean isAfter(PageRequest page) {
      return page instanceof PageRequest.After(Optional<Position> after, int _)
          && after.isPresent();
    }

    private String where() {
      return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
    }
  }

  private record Listed<T>(Position position, Reading<T> reading) {}

  @Override
  public Page<T> in(SqlConnection store) throws SQLException {
    Optional<Long> total = Optional.empty();
    int skipped = 0;
    if (request instanceof PageRequest.Numbered numbered) {
      total = Optional.of(store.number(count(), values(alternatives).toArray()));
      skipped = numbered.skipped();
    }
    Stream<Object> bounds = Stream.of(request.limit() + 1, skipped);
    Object[] values = Stream.concat(values(following()), bounds).toArray();
    String key = Row.field(order.column());
    List<Listed<T>> rows = store.list(statement(), row -> listed(row, key), values);
    List<Listed<T>> shown = rows.stream().limit(request.limit()).toList();
    return new Page<>(
        shown.stream().flatMap(row -> row.reading().item().stream()).toList(),
        total,
        rows.size() > shown.size() ? Optional.of(shown.getLast().position()) : Optional.empty(),
        shown.stream().flatMap(row -> row.reading().leftOut().stream()).toList());
  }

  /** The statement for the page and one row more, to know whether another page follows. */
  public String statement() {
    String direction = order.ascending() ? "asc" : "desc";
    return following().stream()
        .map(each -> "select * from " + table + each.where())
        .collect(Collectors.joining(" union all "))
        .concat(
            " order by %s %s, %s %s limit ? offset ?"
                .formatted(order.column(), direction, order.then(), direction));
  }

  /** The statement for how many there are; indexes answer it where they have all that is asked. */
  public String count() {
    return alternatives.stream()
        .map(each -> "(select count(*) from " + table + each.where() + ")")
        .collect(Collectors.joining(" + ", "select ", ""));
  }

  private List<Conditions> following() {
    return request instanceof PageRequest.After(Optional<Position> after, int _)
            && after.isPresent()
        ? alternatives.stream().map(conditions -> follows(conditions, after.get())).toList()
        : alternatives;
  }

  private Conditions follows(Conditions conditions, Position position) {
    String direction = order.ascending() ? ">" : "<";
    String term = "(%s, %s) %s (?, ?)".formatted(order.column(), order.then(), direction);
    return conditions.and(term, order.value(position.key()), position.id());
  }

  private static Stream<Object> values(List<Conditions> alternatives) {
    return alternatives.stream().flatMap(each -> each.values().stream());
  }

  private Listed<T> listed(Row row, String key) {
    return new Listed<>(
        new Position(row.text(key), row.text(Row.field(order.then()))), row.reading(reader));
  }
}
