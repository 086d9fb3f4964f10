package dev.lastseat.domain.stored;

import dev.lastseat.domain.port.CorruptDocument;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A row or document of a list, as it was read. One that makes no sense must not hide the others: it
 * is left out.
 *
 * @param leftOut why it was
 */
public record Reading<T>(Optional<T> item, Optional<String> leftOut) {
  /** Whoever keeps the log is told of what makes no sense. */
  public static <S, T> Reading<T> of(
      S stored, Function<S, T> reader, Consumer<CorruptDocument> log) {
    try {
      return new Reading<>(Optional.of(reader.apply(stored)), Optional.empty());
    } catch (CorruptDocument corrupt) {
      log.accept(corrupt);
      return new Reading<>(Optional.empty(), Optional.of(String.valueOf(corrupt.getMessage())));
    }
  }
}
