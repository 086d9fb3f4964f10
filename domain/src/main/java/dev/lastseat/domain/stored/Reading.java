package dev.lastseat.domain.stored;

import dev.lastseat.domain.port.CorruptDocument;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row or document of a list, as it was read. One that makes no sense must not hide the others: it
 * is left out, and the log is told.
 *
 * @param leftOut why it was
 */
public record Reading<T>(Optional<T> item, Optional<String> leftOut) {
  private static final System.Logger LOG = System.getLogger(Reading.class.getName());

  public static <S, T> Reading<T> of(S stored, Function<S, T> reader) {
    try {
      return new Reading<>(Optional.of(reader.apply(stored)), Optional.empty());
    } catch (CorruptDocument corrupt) {
      LOG.log(Level.ERROR, "left out of a list: " + corrupt.getMessage(), corrupt);
      return new Reading<>(Optional.empty(), Optional.of(String.valueOf(corrupt.getMessage())));
    }
  }

  /** Those of them that make sense. */
  public static <S, T> List<T> all(Collection<S> stored, Function<S, T> reader) {
    return stored.stream().flatMap(it -> of(it, reader).item().stream()).toList();
  }
}
