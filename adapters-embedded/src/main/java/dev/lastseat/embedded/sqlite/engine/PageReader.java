package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.embedded.sqlite.engine.Database.Work;
import dev.lastseat.embedded.sqlite.engine.SqlConnection.RowReader;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one page of a table, sorted by a column and then by id.
 *
 * @param textual whether the column has text; numbers otherwise
 */
public record PageReader<T>(
    String table, String column, boolean textual, boolean ascending, RowReader<T> reader) {
  private static final System.Logger LOG = System.getLogger(PageReader.class.getName());

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

    private String where() {
      return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
    }
  }

  /** A row of the list; without its item when that makes no sense. */
  private record Listed<T>(Position position, Optional<T> item) {}

  /**
   * Reads a page of the rows that fulfil any of the alternatives, of which no row fulfils two: each
   * comes in order out of an index of its own, and they are merged.
   */
  public Work<SqlConnection, Page<T>> page(List<Conditions> alternatives, PageRequest request) {
    List<Conditions> wanted = following(alternatives, request);
    List<Object> values = new ArrayList<>(values(wanted));
    values.add(request.limit() + 1);
    values.add(request instanceof PageRequest.Numbered numbered ? numbered.skipped() : 0);
    return store -> {
      Optional<Long> total =
          request instanceof PageRequest.Numbered
              ? Optional.of(store.number(count(alternatives), values(alternatives).toArray()))
              : Optional.empty();
      List<Listed<T>> rows = store.list(select(wanted), this::listed, values.toArray());
      List<Listed<T>> shown = rows.stream().limit(request.limit()).toList();
      return new Page<>(
          shown.stream().flatMap(row -> row.item().stream()).toList(),
          total,
          rows.size() > shown.size() ? Optional.of(shown.getLast().position()) : Optional.empty());
    };
  }

  /** The statement for the page. */
  public String statement(List<Conditions> alternatives, PageRequest request) {
    return select(following(alternatives, request));
  }

  /** What the search would count, read from indexes alone where they have all that is asked. */
  public String count(List<Conditions> alternatives) {
    return alternatives.stream()
        .map(each -> "(select count(*) from " + table + each.where() + ")")
        .collect(Collectors.joining(" + ", "select ", ""));
  }

  private List<Conditions> following(List<Conditions> alternatives, PageRequest request) {
    return request instanceof PageRequest.After(Optional<Position> after, int _)
            && after.isPresent()
        ? alternatives.stream().map(conditions -> follows(conditions, after.get())).toList()
        : alternatives;
  }

  private Conditions follows(Conditions conditions, Position position) {
    String comparison = ascending ? ">" : "<";
    return conditions.and(
        "(%s, id) %s (?, ?)".formatted(column, comparison), value(position.key()), position.id());
  }

  private Object value(String key) {
    if (textual) {
      return key;
    }
    try {
      return Long.valueOf(key);
    } catch (NumberFormatException foreign) {
      throw new InvalidValue("cursor", key, "must be one of this list");
    }
  }

  /** One more row than the page shows, to know whether another follows. */
  private String select(List<Conditions> alternatives) {
    String direction = ascending ? "asc" : "desc";
    return alternatives.stream()
        .map(each -> "select * from " + table + each.where())
        .collect(Collectors.joining(" union all "))
        .concat(" order by %s %s, id %s limit ? offset ?".formatted(column, direction, direction));
  }

  private static List<Object> values(List<Conditions> alternatives) {
    return alternatives.stream().flatMap(each -> each.values().stream()).toList();
  }

  private Listed<T> listed(ResultSet result) throws SQLException {
    Position position = new Position(result.getString(column), result.getString("id"));
    return new Listed<>(position, readable(reader, result));
  }

  /** One row that makes no sense must not hide the others of its list. */
  public static <T> Optional<T> readable(RowReader<T> reader, ResultSet result)
      throws SQLException {
    try {
      return Optional.of(reader.read(result));
    } catch (CorruptDocument corrupt) {
      LOG.log(Level.ERROR, "left out of a list: " + corrupt.getMessage(), corrupt);
      return Optional.empty();
    }
  }
}
