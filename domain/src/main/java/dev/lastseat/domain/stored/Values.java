package dev.lastseat.domain.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one thing, by the names that {@link Fields} have: texts, numbers, flags,
 * instants, lists of texts, and null for what it does not have.
 */
public final class Values {
  private final List<String> fields = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /** Each field once. */
  public Values with(String field, @Nullable Object value) {
    fields.add(field);
    values.add(value instanceof Optional<?> optional ? optional.orElse(null) : value);
    return this;
  }

  /** In the order in which they were given. */
  public void forEach(BiConsumer<String, @Nullable Object> each) {
    for (int i = 0; i < fields.size(); i++) {
      each.accept(fields.get(i), values.get(i));
    }
  }

  /** In the same order, for a statement that names the fields in it. */
  public @Nullable Object[] array() {
    return values.toArray();
  }
}
