package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.stored.Fields;
import dev.lastseat.domain.stored.Reading;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The row that a result stands on; to be read before the result goes on. Its fields have the names
 * of the columns, but {@code createdAt} for {@code created_at}.
 */
public final class Row implements Fields {
  private static final Pattern ORDINALS = Pattern.compile("\\[[0-9]{1,9}(,[0-9]{1,9})*]");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern UPPER_CASE = Pattern.compile("[A-Z]");
  private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

  private static final System.Logger LOG = System.getLogger(Row.class.getName());

  private final ResultSet result;
  private final Map<String, Integer> columns;

  Row(ResultSet result, Map<String, Integer> columns) {
    this.result = result;
    this.columns = columns;
  }

  /** The number of each column, by the name of the field. */
  static Map<String, Integer> columns(ResultSet result) throws SQLException {
    ResultSetMetaData about = result.getMetaData();
    Map<String, Integer> columns = new HashMap<>();
    for (int column = about.getColumnCount(); column > 0; column--) {
      columns.put(field(about.getColumnLabel(column)), column);
    }
    return Map.copyOf(columns);
  }

  /** The name of the field that is in the column. */
  public static String field(String column) {
    return NEXT_WORD.matcher(column).replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
  }

  /** The column that the field is in. */
  public static String column(String field) {
    return UPPER_CASE.matcher(field).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }

  /** How a column is read. */
  private interface Getter<T> {
    T get(ResultSet result, int column) throws SQLException;
  }

  private <T> T get(String field, Getter<T> getter) {
    Integer column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException("there is no column for " + field);
    }
    return get(column, getter);
  }

  private <T> T get(int column, Getter<T> getter) {
    try {
      return getter.get(result, column);
    } catch (SQLException failure) {
      throw new StoreUnavailable("sqlite: " + failure.getMessage(), failure);
    }
  }

  @Override
  public Optional<String> optionalText(String field) {
    return get(field, (result, column) -> Optional.ofNullable(result.getString(column)));
  }

  @Override
  public Optional<Long> optionalNumber(String field) {
    return get(field, Row::optionalNumber);
  }

  private static Optional<Long> optionalNumber(ResultSet result, int column) throws SQLException {
    long stored = result.getLong(column);
    return result.wasNull() ? Optional.empty() : Optional.of(stored);
  }

  /** The number in the first column, where there may be many and none is null. */
  public int first() {
    return get(1, ResultSet::getInt);
  }

  @Override
  public Optional<Instant> optionalTime(String field) {
    return optionalNumber(field).map(Instant::ofEpochMilli);
  }

  @Override
  public boolean flag(String field) {
    return number(field) == 1;
  }

  /** Out of a JSON array. */
  @Override
  public List<Integer> ordinals(String field) {
    String json = text(field);
    if (!ORDINALS.matcher(json).matches()) {
      throw new IllegalArgumentException("'" + json + "' is no array of ordinals");
    }
    return COMMA.splitAsStream(inside(json)).map(Integer::valueOf).toList();
  }

  /** Out of a JSON array of words that need no escaping. */
  @Override
  public List<String> texts(String field) {
    String words = inside(text(field)).replace("\"", "");
    return words.isEmpty() ? List.of() : COMMA.splitAsStream(words).toList();
  }

  private static String inside(String array) {
    return array.substring(1, array.length() - 1);
  }

  /** What it makes; the log is told where that makes no sense. */
  public <T> Reading<T> reading(Function<Row, T> reader) {
    return Reading.of(
        this,
        reader,
        corrupt -> LOG.log(Level.ERROR, "left out of a list: " + corrupt.getMessage(), corrupt));
  }

  /**
   * Named by its column {@code id}, or else by the columns of its primary key; of several, with
   * their names. What has an id is of the table that has the field, for a view has several.
   */
  @Override
  public CorruptDocument corrupt(String field, RuntimeException cause) {
    boolean hasId = columns.containsKey("id");
    int first = columns.getOrDefault("id", 1);
    String table = table(hasId ? columns.getOrDefault(field, first) : first);
    return new CorruptDocument(
        table.isEmpty() ? table(first) : table,
        hasId ? optionalText("id").orElse("") : primaryKey(table),
        column(field),
        cause);
  }

  private String table(int column) {
    return get(column, (result, it) -> result.getMetaData().getTableName(it));
  }

  private String primaryKey(String table) {
    List<String> key = get(1, (result, _) -> primaryKey(result, table));
    return key.stream()
        .filter(column -> columns.containsKey(field(column)))
        .map(it -> (key.size() == 1 ? "" : it + " ") + optionalText(field(it)).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private static List<String> primaryKey(ResultSet result, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet key =
        result.getStatement().getConnection().getMetaData().getPrimaryKeys(null, null, table)) {
      while (key.next()) {
        columns.add(key.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }
}
