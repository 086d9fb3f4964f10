package dev.lastseat.http.json;

import dev.lastseat.application.api.Times;
import dev.lastseat.domain.shared.Spelled;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How things of a kind are shown: fields by their names, in their order. A field is left out where
 * its value is null or empty; times are written as {@link Times} has them, and what is {@link
 * Spelled} by its word.
 */
public final class View<T> implements Function<T, Map<String, Object>> {
  private record Field<T>(String name, Function<T, @Nullable Object> value) {}

  private final List<Field<T>> fields;

  public View() {
    this(List.of());
  }

  private View(List<Field<T>> fields) {
    this.fields = fields;
  }

  /** The same with one more field. */
  public View<T> field(String name, Function<T, @Nullable Object> value) {
    return with(Stream.of(new Field<>(name, value)));
  }

  /** The same with all fields of something that it has, or is. */
  public <P> View<T> all(Function<T, P> part, View<P> view) {
    return with(
        view.fields.stream()
            .map(field -> new Field<>(field.name, it -> field.value.apply(part.apply(it)))));
  }

  private View<T> with(Stream<Field<T>> more) {
    return new View<>(Stream.concat(fields.stream(), more).toList());
  }

  /** Of one thing. */
  @Override
  public Map<String, Object> apply(T shown) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field<T> field : fields) {
      Object value = told(field.value.apply(shown));
      if (value != null) {
        values.put(field.name, value);
      }
    }
    return values;
  }

  /** Of each of them. */
  public List<Map<String, Object>> each(Collection<T> shown) {
    return shown.stream().map(this).toList();
  }

  /** The names of all fields. */
  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  private static @Nullable Object told(@Nullable Object value) {
    return switch (value) {
      case Optional<?> some -> told(some.orElse(null));
      case Instant time -> Times.text(time);
      case Spelled word -> word.word();
      case null, default -> value;
    };
  }
}
