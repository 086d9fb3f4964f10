package dev.lastseat.embedded.sqlite.row;

import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One stored row. What makes no sense in it is reported with the table, the id and the field.
 *
 * @param key the column that has the id
 */
public record Row(String table, String key, ResultSet result) {

  public Row(String table, ResultSet result) {
    this(table, "id", result);
  }

  public <T> T text(String field, Function<String, T> make) throws SQLException {
    Optional<String> stored = Optional.ofNullable(result.getString(field));
    return sensible(field, () -> make.apply(present(stored)));
  }

  public String text(String field) throws SQLException {
    return text(field, text -> text);
  }

  /** A constant of an enum, in small letters. */
  public <E extends Enum<E>> E word(String field, Class<E> words) throws SQLException {
    return text(field, word -> Enum.valueOf(words, word.toUpperCase(Locale.ROOT)));
  }

  public <T> Optional<T> optionalText(String field, Function<String, T> make) throws SQLException {
    Optional<String> stored = Optional.ofNullable(result.getString(field));
    return sensible(field, () -> stored.map(make));
  }

  public <T> T number(String field, Function<Long, T> make) throws SQLException {
    Optional<Long> stored = optionalNumber(field);
    return sensible(field, () -> make.apply(present(stored)));
  }

  public long number(String field) throws SQLException {
    return number(field, number -> number);
  }

  public boolean flag(String field) throws SQLException {
    return number(field) == 1;
  }

  public Optional<Long> optionalNumber(String field) throws SQLException {
    long stored = result.getLong(field);
    return result.wasNull() ? Optional.empty() : Optional.of(stored);
  }

  public int integer(String field) throws SQLException {
    return number(field, Math::toIntExact);
  }

  /** An amount in the currency of the row. */
  public Money money(String field) throws SQLException {
    Currency currency = text("currency", Money::currency);
    return number(field, minorUnits -> new Money(minorUnits, currency));
  }

  public Instant time(String field) throws SQLException {
    return number(field, Instant::ofEpochMilli);
  }

  public Optional<Instant> optionalTime(String field) throws SQLException {
    return optionalNumber(field).map(Instant::ofEpochMilli);
  }

  /** What is made of several fields, of which the named one is the likeliest to be wrong. */
  public <T> T sensible(String field, Supplier<T> make) throws SQLException {
    try {
      return make.get();
    } catch (RuntimeException senseless) {
      String id = String.valueOf(result.getString(key));
      throw new CorruptDocument(table, id, field, senseless);
    }
  }

  private static <T> T present(Optional<T> stored) {
    return stored.orElseThrow(() -> new IllegalArgumentException("it is missing"));
  }
}
