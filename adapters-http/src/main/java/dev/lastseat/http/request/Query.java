package dev.lastseat.http.request;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.http.json.FieldErrors;
import dev.lastseat.http.json.Times;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query parameters of a request, of which all that are wrong are told at once. An empty one is
 * an absent one.
 */
public final class Query {
  private static final int MAX_TEXT = 200;

  private final String path;
  private final Map<String, List<String>> parameters;
  private final FieldErrors errors = new FieldErrors();

  public Query(Context context, Set<String> known) {
    this.path = context.path();
    this.parameters = QueryString.parse(context.queryString());
    parameters.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            errors.add(name, "is not known here");
          } else if (values.size() > 1) {
            errors.add(name, "must be given once");
          }
        });
  }

  /** Whether the parameter is there, if only as {@code name=}. */
  boolean has(String name) {
    return parameters.containsKey(name);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name))
        .map(List::getFirst)
        .filter(value -> !value.isEmpty());
  }

  /** Text that people type. */
  public Optional<String> line(String name) {
    return parsed(name, value -> Text.require(name, value, MAX_TEXT));
  }

  public Optional<Integer> integer(String name, int min, int max) {
    return parsed(
        name,
        "must be a whole number from " + min + " to " + max,
        value -> {
          int number = value.matches("[0-9]+") ? Integer.parseInt(value) : -1;
          if (number < min || number > max) {
            throw new NumberFormatException();
          }
          return number;
        });
  }

  public Optional<BigDecimal> amount(String name) {
    return parsed(
        name,
        "must be a number of at least 0",
        value -> {
          if (!value.matches("\\d{1,15}(\\.\\d{1,10})?")) {
            throw new NumberFormatException();
          }
          return new BigDecimal(value);
        });
  }

  public Optional<Boolean> flag(String name) {
    return choice(name, List.of("true", "false")).map("true"::equals);
  }

  /** A time, or a date which then stands for its first millisecond in UTC, or for its last one. */
  public Optional<Instant> instant(String name, boolean endOfDay) {
    return parsed(
        name,
        "must be " + Times.EXPECTED + ", or a date such as 2027-05-01",
        value -> value.contains("T") ? Times.parse(value) : Times.day(value, endOfDay));
  }

  public Optional<String> choice(String name, List<String> words) {
    return parsed(
        name,
        "must be one of " + String.join(", ", words),
        value -> {
          if (!words.contains(value)) {
            throw new IllegalArgumentException();
          }
          return value;
        });
  }

  /** A constant of an enum, by the word it is known by outside. */
  public <E extends Enum<E>> Optional<E> constant(
      String name, E[] constants, Function<E, String> word) {
    List<String> words = Arrays.stream(constants).map(word).toList();
    return choice(name, words).map(chosen -> constants[words.indexOf(chosen)]);
  }

  /** What a type of the domain makes of it, or refuses in its own words. */
  public <T> Optional<T> parsed(String name, Function<String, T> parse) {
    return parsed(name, "is not understood", parse);
  }

  public <T> Optional<T> parsed(String name, String expected, Function<String, T> parse) {
    Optional<String> text = text(name);
    try {
      return text.map(parse);
    } catch (InvalidValue invalid) {
      errors.add(name, invalid.requirement());
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException bad) {
      errors.add(name, expected);
      return Optional.empty();
    }
  }

  public void error(String name, String requirement) {
    errors.add(name, requirement);
  }

  public void requireGood() {
    errors.requireNone();
  }

  /** The path and the parameters but these, in a fixed order: what a cursor belongs to. */
  String without(Set<String> names) {
    return parameters.entrySet().stream()
        .filter(parameter -> !names.contains(parameter.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(Object::toString)
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
