package dev.lastseat.bootstrap.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environment variables, read as values; collects what is wrong with them so that all of it is told
 * at once.
 */
final class Environment {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private final Map<String, String> variables;
  private final Set<String> asked = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The variable without blanks around it, unless it is absent or empty. */
  Optional<String> text(String name) {
    return raw(name).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** The variable as it stands, of so many bytes at least: a blank may be part of a secret. */
  Optional<String> secret(String name, int minBytes) {
    Optional<String> secret = raw(name);
    int bytes = secret.map(s -> s.getBytes(StandardCharsets.UTF_8).length).orElse(minBytes);
    if (bytes < minBytes) {
      problem(
          "%s has %d bytes (value not shown): must be at least %d bytes"
              .formatted(name, bytes, minBytes));
    }
    return secret;
  }

  private Optional<String> raw(String name) {
    asked.add(name);
    return Optional.ofNullable(variables.get(name)).filter(s -> !s.isEmpty());
  }

  int integer(String name, int otherwise, int min, int max) {
    return integer(name, min, max).orElse(otherwise);
  }

  /** One that may be absent. */
  Optional<Integer> integer(String name, int min, int max) {
    String expected = "must be a whole number from " + min + " to " + max;
    return parsed(
        name,
        Optional.empty(),
        expected,
        value -> Optional.of(between(Integer.parseInt(value), min, max)));
  }

  /** A length of time such as 500ms, 5s, 15m, 24h or 7d; at least a millisecond. */
  Duration duration(String name, Duration otherwise) {
    String expected = "must be a length of time of 1ms or more, such as 500ms, 5s, 15m, 24h or 7d";
    return parsed(name, otherwise, expected, Environment::parseDuration);
  }

  /** How long something is kept; 0: for ever. */
  Optional<Duration> retention(String name, Duration otherwise, Duration min) {
    String expected = "must be 0, or a length of time of %dd or more".formatted(min.toDays());
    Duration kept =
        parsed(
            name,
            otherwise,
            expected,
            text -> text.equals("0") ? Duration.ZERO : atLeast(min, text));
    return Optional.of(kept).filter(Duration::isPositive);
  }

  private static Duration atLeast(Duration min, String text) {
    Duration read = parseDuration(text);
    if (read.compareTo(min) < 0) {
      throw new IllegalArgumentException();
    }
    return read;
  }

  /** One of the names of an enum, in lower case. */
  <E extends Enum<E>> E choice(String name, E otherwise) {
    E[] constants = otherwise.getDeclaringClass().getEnumConstants();
    String names = String.join(", ", Arrays.stream(constants).map(Environment::lower).toList());
    return parsed(
        name,
        otherwise,
        "must be one of " + names,
        value ->
            Arrays.stream(constants)
                .filter(constant -> lower(constant).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  /** Words separated by commas. */
  List<String> list(String name, Pattern word, String expected) {
    List<String> words =
        text(name).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .toList();
    words.stream()
        .filter(it -> !word.matcher(it).matches())
        .forEach(it -> problem(name + " has '" + it + "': " + expected));
    return words;
  }

  /**
   * What {@code parse} makes of the variable; an {@link IllegalArgumentException} of it is a
   * problem.
   */
  <T> T parsed(String name, T otherwise, String expected, Function<String, T> parse) {
    Optional<String> value = text(name);
    try {
      return value.map(parse).orElse(otherwise);
    } catch (IllegalArgumentException bad) {
      problem(name + " is '" + value.orElse("") + "': " + expected);
      return otherwise;
    }
  }

  void problem(String problem) {
    problems.add(problem);
  }

  /** The variables that no setting has asked for, though each is spelt almost like one. */
  List<String> misspelt() {
    return variables.keySet().stream()
        .filter(name -> !asked.contains(name))
        .sorted()
        .flatMap(
            name ->
                asked.stream()
                    .filter(setting -> Spelling.isClose(name, setting))
                    .min(Comparator.comparingInt(setting -> Spelling.distance(name, setting)))
                    .map(setting -> name + " is no setting: did you mean " + setting + "?")
                    .stream())
        .toList();
  }

  /** Ends the reading. */
  void requireGood() {
    if (!problems.isEmpty()) {
      throw new StartFailure(String.join("\n", problems));
    }
  }

  private static Integer between(int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  private static Duration parseDuration(String value) {
    Matcher matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException();
    }
    long amount = Long.parseLong(matcher.group(1));
    if (amount == 0) {
      throw new IllegalArgumentException();
    }
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
