package dev.lastseat.http.input;

import dev.lastseat.application.api.Amounts;
import dev.lastseat.application.api.Times;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request, of which all that are wrong are told at once: read each of
 * them, then {@link #requireGood()}. Parameters that nobody has read are unknown, and an empty one
 * is an absent one.
 */
public final class Query {
  private static final int MAX_TEXT = 200;

  private final String path;
  private final MultiMap<String> parameters;
  private final FieldErrors errors = new FieldErrors();
  private final Set<String> known = new HashSet<>();

  /** What each parameter was understood as, defaults too. */
  private final SortedMap<String, String> understood = new TreeMap<>();

  public Query(Context context) {
    this.path = context.path();
    this.parameters = decoded(context.queryString());
  }

  /** What cannot be decoded is refused, where Javalin would leave it out. */
  private static MultiMap<String> decoded(@Nullable String query) {
    MultiMap<String> parameters = new MultiMap<>();
    try {
      if (query != null) {
        UrlEncoded.decodeUtf8To(query, 0, query.length(), parameters::add);
      }
      return parameters;
    } catch (IllegalArgumentException undecodable) {
      throw Problem.of(Code.VALIDATION_ERROR, "The query is not percent-encoded UTF-8.");
    }
  }

  /** Whether the parameter is there, if only as {@code name=}. */
  boolean has(String name) {
    known.add(name);
    return parameters.containsKey(name);
  }

  private List<String> values(String name) {
    known.add(name);
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Text that people type. */
  public Optional<String> line(String name) {
    return parsed(name, value -> Text.require(name, value, MAX_TEXT));
  }

  public Optional<Integer> integer(String name, int min, int max) {
    return parsed(
        name,
        "a whole number from " + min + " to " + max,
        value -> FieldErrors.within(Integer.parseInt(matching("[0-9]+", value)), min, max));
  }

  private static String matching(String form, String value) {
    return FieldErrors.require(value, it -> it.matches(form));
  }

  public Optional<BigDecimal> amount(String name) {
    return parsed(
        name,
        Amounts.EXPECTED,
        value -> Amounts.require(new BigDecimal(matching("\\d{1,100}(\\.\\d{1,100})?", value))));
  }

  public Optional<Boolean> flag(String name) {
    return choice(name, List.of("true", "false")).map("true"::equals);
  }

  /** Whose things are asked for: the sender's own, unless the parameter {@code all} is true. */
  public Optional<UserId> ownUnlessAll(UserId sender) {
    return flag("all").orElse(false) ? Optional.empty() : Optional.of(sender);
  }

  /**
   * A time, or a date which then stands for its first millisecond by the clocks of that zone, or
   * for its last one.
   */
  public Optional<Instant> instant(String name, boolean endOfDay, ZoneId zone) {
    return dayOrTime(name)
        .map(
            it ->
                switch (it) {
                  case LocalDate day when endOfDay -> Times.last(day, zone);
                  case LocalDate day -> Times.first(day, zone);
                  default -> Instant.from(it);
                });
  }

  /**
   * An {@link Instant}, or a {@link LocalDate}. A blank in a time was the plus of its offset, which
   * somebody did not escape.
   */
  public Optional<TemporalAccessor> dayOrTime(String name) {
    return parsed(
        name,
        Times.EXPECTED + ", or a date such as 2027-05-01",
        value -> value.contains("T") ? Times.parse(value.replace(' ', '+')) : Times.day(value));
  }

  /** A time zone by its name. */
  public Optional<ZoneId> zone(String name) {
    return parsed(name, "a time zone such as Europe/Berlin", Schedule::zone);
  }

  private Optional<String> choice(String name, List<String> words) {
    return parsed(
        name,
        "one of " + String.join(", ", words),
        value -> FieldErrors.require(value, words::contains));
  }

  /** A constant of an enum, by the word it is known by outside. */
  public <E extends Enum<E> & Spelled> Optional<E> constant(String name, Class<E> type) {
    List<String> words = words(type);
    return choice(name, words).map(chosen -> type.getEnumConstants()[words.indexOf(chosen)]);
  }

  /** The same; {@code otherwise} where there is none. */
  public <E extends Enum<E> & Spelled> E constant(String name, E otherwise) {
    E chosen = constant(name, otherwise.getDeclaringClass()).orElse(otherwise);
    understood.put(name, chosen.word());
    return chosen;
  }

  /** Constants of an enum, of a parameter that may be given several times; all where it is not. */
  public <E extends Enum<E> & Spelled> Set<E> constants(String name, Class<E> type) {
    List<String> words = words(type);
    List<String> given = values(name);
    if (!words.containsAll(given)) {
      errors.add(name, "must be one of " + String.join(", ", words));
    }
    Set<E> chosen = EnumSet.allOf(type);
    chosen.removeIf(each -> !given.isEmpty() && !given.contains(each.word()));
    understood.put(name, chosen.toString());
    return chosen;
  }

  static <E extends Enum<E> & Spelled> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Spelled::word).toList();
  }

  /** What a type of the domain makes of it, or refuses in its own words. */
  public <T> Optional<T> parsed(String name, Function<String, T> parse) {
    return parsed(name, "understood", parse);
  }

  public <T> Optional<T> parsed(String name, String mustBe, Function<String, T> parse) {
    List<String> values = values(name);
    if (values.size() > 1) {
      errors.add(name, "must be given once");
      return Optional.empty();
    }
    Optional<T> value =
        values.stream()
            .findFirst()
            .flatMap(text -> errors.read(name, mustBe, () -> parse.apply(text)));
    value.ifPresent(it -> understood.put(name, it.toString()));
    return value;
  }

  public void error(String name, String requirement) {
    errors.add(name, requirement);
  }

  public void requireGood() {
    parameters.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> errors.add(name, "is not known here"));
    errors.requireNone();
  }

  /** Ends the reading with what the domain makes of it; it names the parameter if that is wrong. */
  public <T> T requireGood(Supplier<T> make) {
    requireGood();
    Optional<T> made = errors.attempt("", make);
    errors.requireNone();
    return made.orElseThrow();
  }

  /**
   * The path and what the parameters read so far mean, however that was spelt: what a cursor
   * belongs to.
   */
  String understood() {
    return understood.entrySet().stream()
        .map(Object::toString)
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
