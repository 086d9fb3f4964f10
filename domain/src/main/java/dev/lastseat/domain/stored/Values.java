package dev.lastseat.domain.stored;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one thing, by the names that {@link Fields} have: texts, numbers, flags,
 * instants, lists of texts, and null for what it does not have.
 */
public final class Values {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  public Values with(String field, @Nullable Object value) {
    values.put(field, value instanceof Optional<?> optional ? optional.orElse(null) : value);
    return this;
  }

  /** In the order in which they were given. */
  public void forEach(BiConsumer<String, @Nullable Object> each) {
    values.forEach(each);
  }
}
