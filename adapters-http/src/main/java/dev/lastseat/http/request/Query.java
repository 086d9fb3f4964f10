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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** What each parameter was understood as, defaults too. */
  private final SortedMap<String, String> understood = new TreeMap<>();

  public Query(Context context, Set<String> known) {
    this.path = context.path();
    this.parameters = QueryString.parse(context.queryString());
    parameters.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> errors.add(name, "is not known here"));
  }

  /** Whether the parameter is there, if only as {@code name=}. */
  boolean has(String name) {
    return parameters.containsKey(name);
  }

  public Optional<String> text(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      errors.add(name, "must be given once");
      return Optional.empty();
    }
    return values.stream().filter(value -> !value.isEmpty()).findFirst();
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
          return new BigDecimal(value).stripTrailingZeros();
        });
  }

  public Optional<Boolean> flag(String name) {
    return choice(name, List.of("true", "false")).map("true"::equals);
  }

  /**
   * A time, or a date which then stands for its first millisecond in UTC, or for its last one. A
   * blank in a time was the plus of its offset, which somebody did not escape.
   */
  public Optional<Instant> instant(String name, boolean endOfDay) {
    return parsed(
        name,
        "must be " + Times.EXPECTED + ", or a date such as 2027-05-01",
        value ->
            value.contains("T")
                ? Times.parse(value.replace(' ', '+'))
                : Times.day(value, endOfDay));
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

  /** The same; {@code otherwise} where there is none. */
  public <E extends Enum<E>> E constant(
      String name, E[] constants, Function<E, String> word, E otherwise) {
    E chosen = constant(name, constants, word).orElse(otherwise);
    understood.put(name, word.apply(chosen));
    return chosen;
  }

  /** Constants of an enum, of a parameter that may be given several times; all where it is not. */
  public <E extends Enum<E>> Set<E> constants(
      String name, Class<E> constants, Function<E, String> word) {
    Map<String, E> byWord =
        EnumSet.allOf(constants).stream()
            .collect(Collectors.toMap(word, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    List<String> words =
        parameters.getOrDefault(name, List.of()).stream().filter(it -> !it.isEmpty()).toList();
    if (!byWord.keySet().containsAll(words)) {
      errors.add(name, "must be one of " + String.join(", ", byWord.keySet()));
    }
    byWord.keySet().removeIf(it -> !words.isEmpty() && !words.contains(it));
    understood.put(name, byWord.keySet().toString());
    return Set.copyOf(byWord.values());
  }

  /** What a type of the domain makes of it, or refuses in its own words. */
  public <T> Optional<T> parsed(String name, Function<String, T> parse) {
    return parsed(name, "is not understood", parse);
  }

  public <T> Optional<T> parsed(String name, String expected, Function<String, T> parse) {
    Optional<String> text = text(name);
    try {
      Optional<T> value = text.map(parse);
      value.ifPresent(it -> understood.put(name, it.toString()));
      return value;
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

  /**
   * The path and what the parameters but these mean, however it was spelt: what a cursor belongs
   * to. For the end, when all of them were asked for.
   */
  String without(Set<String> names) {
    return understood.entrySet().stream()
        .filter(parameter -> !names.contains(parameter.getKey()))
        .map(Object::toString)
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
