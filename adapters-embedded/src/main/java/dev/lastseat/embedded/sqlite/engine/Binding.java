package dev.lastseat.embedded.sqlite.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How statements get what SQLite has no type for. */
final class Binding {
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Binding() {}

  /**
   * Instants as milliseconds, UUIDs as text, collections of numbers or of words as JSON arrays, as
   * json_each takes them; what is optional as one of these or null.
   */
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Optional<?> optional -> of(optional.orElse(null));
      case Instant instant -> millis(instant);
      case UUID uuid -> uuid.toString();
      case Collection<?> items ->
          items.stream().map(Binding::json).collect(Collectors.joining(",", "[", "]"));
      case null, default -> value;
    };
  }

  /** The last that is not after it; a bound beyond all stored times is as good as none. */
  private static long millis(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return Long.MIN_VALUE;
    }
    return instant.isAfter(LAST) ? Long.MAX_VALUE : instant.toEpochMilli();
  }

  /** Words need no escaping: letters, digits, dashes and underscores only. */
  private static String json(Object item) {
    return item instanceof Number ? item.toString() : '"' + item.toString() + '"';
  }
}
