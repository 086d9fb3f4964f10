package dev.lastseat.domain.stored;

import dev.lastseat.domain.port.CorruptDocument;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * One stored row or document, by the names of its fields: {@code id}, {@code createdAt}. What makes
 * no sense in it is a {@link CorruptDocument}, which names what it is, its id and the innermost
 * field.
 */
public interface Fields {
  Optional<String> optionalText(String field);

  Optional<Long> optionalNumber(String field);

  Optional<Instant> optionalTime(String field);

  boolean flag(String field);

  List<Integer> ordinals(String field);

  List<String> texts(String field);

  CorruptDocument corrupt(String field, RuntimeException cause);

  default <T> T text(String field, Function<String, T> make) {
    return sensible(field, () -> make.apply(present(optionalText(field))));
  }

  default String text(String field) {
    return text(field, text -> text);
  }

  /** A constant of an enum, in small letters. */
  default <E extends Enum<E>> E word(String field, Class<E> words) {
    return text(field, word -> Enum.valueOf(words, word.toUpperCase(Locale.ROOT)));
  }

  default <T> Optional<T> optionalText(String field, Function<String, T> make) {
    return sensible(field, () -> optionalText(field).map(make));
  }

  default <T> T number(String field, LongFunction<T> make) {
    return sensible(field, () -> make.apply(present(optionalNumber(field))));
  }

  default long number(String field) {
    return number(field, number -> number);
  }

  default int integer(String field) {
    return number(field, Math::toIntExact);
  }

  /** An amount in the field {@code currency}. */
  default Money money(String field) {
    Currency currency = text("currency", Money::currency);
    return number(field, minorUnits -> new Money(minorUnits, currency));
  }

  default Instant time(String field) {
    return sensible(field, () -> present(optionalTime(field)));
  }

  default <T> List<T> texts(String field, Function<String, T> make) {
    return sensible(field, () -> texts(field).stream().map(make).toList());
  }

  /** What is made of several fields, of which the named one is the likeliest to be wrong. */
  default <T> T sensible(String field, Supplier<T> make) {
    try {
      return make.get();
    } catch (CorruptDocument | StoreUnavailable told) {
      throw told;
    } catch (RuntimeException senseless) {
      throw corrupt(field, senseless);
    }
  }

  private static <T> T present(Optional<T> stored) {
    return stored.orElseThrow(() -> new IllegalArgumentException("it is missing"));
  }
}
