package dev.lastseat.http.input;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is wrong with the fields of a request; of several errors of one field the first is told, and
 * of more than {@value #MAX} fields the first by their names, so that no answer is much longer than
 * its request.
 */
public final class FieldErrors {
  public static final int MAX = 100;

  private final Map<String, String> errors = new TreeMap<>();

  public void add(String field, String requirement) {
    errors.putIfAbsent(field, requirement);
  }

  /** Reads a field. What the domain refuses is told in its words, all else by what must be. */
  public <T> Optional<T> read(String field, String mustBe, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValue invalid) {
      add(field, invalid.requirement());
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException bad) {
      add(field, "must be " + mustBe);
    }
    return Optional.empty();
  }

  /** What the domain makes of values that are good each for itself; it names the field if not. */
  <T> Optional<T> attempt(String path, Supplier<T> make) {
    try {
      return Optional.of(make.get());
    } catch (InvalidValue invalid) {
      add(path + invalid.field(), invalid.requirement());
      return Optional.empty();
    }
  }

  /** For those who read: the value, or else the error of what must be. */
  static <T> T require(T value, Predicate<T> good) {
    if (!good.test(value)) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  static int within(int number, int min, int max) {
    return require(number, it -> it >= min && it <= max);
  }

  /** Ends the reading of a request. */
  public void requireNone() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(
          errors.entrySet().stream()
              .limit(MAX)
              .map(
                  error ->
                      new Problem.Detail(error.getKey(), Code.VALIDATION_ERROR, error.getValue()))
              .toList());
    }
  }
}
