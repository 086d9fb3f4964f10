package dev.lastseat.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fields of a JSON object, of which all that are wrong are told at once: read each of them,
 * then {@link #requireGood()}. Fields that nobody has read are unknown. A field that is wrong or
 * not there is empty, and {@code null} is a value like others, of no type that is read here.
 */
public final class Fields {
  private static final int MAX_DIGITS = 15;
  private static final int MAX_DECIMALS = 10;
  private static final long MAX_WRITTEN = 100;

  private final ObjectNode json;
  private final String path;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  private Fields(ObjectNode json, String path, FieldErrors errors) {
    this.json = json;
    this.path = path;
    this.errors = errors;
  }

  public static Fields of(ObjectNode json) {
    return new Fields(json, "", new FieldErrors());
  }

  public boolean has(String name) {
    return json.has(name);
  }

  /** Says which fields must be there. */
  public Fields require(String... names) {
    for (String name : names) {
      if (!json.has(name)) {
        error(name, "is required");
      }
    }
    return this;
  }

  /** Text as it stands; JSON can name half a character, which no store could keep. */
  public Optional<String> text(String name) {
    return read(
        name,
        "a string of whole characters",
        node ->
            node.isTextual() && StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue())
                ? Optional.of(node.textValue())
                : Optional.empty());
  }

  /** A value of the domain that is made of text, by the domain's own rules. */
  public <T> Optional<T> made(String name, Function<String, T> make) {
    return text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(make.apply(text));
              } catch (InvalidValue invalid) {
                error(name, invalid.requirement());
                return Optional.empty();
              }
            });
  }

  public Optional<Integer> integer(String name, int min, int max) {
    Optional<Integer> number =
        read(
            name, "a whole number of at most 32 bits", node -> number(node).flatMap(Fields::whole));
    if (number.filter(value -> value < min || value > max).isPresent()) {
      error(name, "must be " + min + " to " + max);
      return Optional.empty();
    }
    return number;
  }

  /** A number of at least 0. */
  public Optional<BigDecimal> amount(String name) {
    Optional<BigDecimal> amount =
        read(
            name,
            "a number of at most " + MAX_DIGITS + " digits before the point and 10 behind it",
            Fields::number);
    if (amount.filter(value -> value.signum() < 0).isPresent()) {
      error(name, "must be 0 or more");
      return Optional.empty();
    }
    return amount;
  }

  public Optional<Boolean> flag(String name) {
    return read(
        name,
        "true or false",
        node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty());
  }

  public Optional<Instant> instant(String name) {
    return read(
        name, Times.EXPECTED, node -> node.isTextual() ? time(node.textValue()) : Optional.empty());
  }

  /** One of these words. */
  public Optional<String> choice(String name, List<String> words) {
    return text(name)
        .flatMap(
            word -> {
              if (words.contains(word)) {
                return Optional.of(word);
              }
              error(name, "must be " + String.join(" or ", words));
              return Optional.empty();
            });
  }

  /** One to {@code max} objects, whose fields are named like {@code items[1].quantity}. */
  public <T> List<T> items(String name, int max, Function<Fields, Optional<T>> make) {
    Optional<JsonNode> array =
        read(name, "an array", node -> node.isArray() ? Optional.of(node) : Optional.empty());
    List<T> items = new ArrayList<>();
    if (array.isEmpty()) {
      return items;
    }
    if (array.get().isEmpty() || array.get().size() > max) {
      error(name, "must be 1 to " + max);
      return items;
    }
    for (int i = 0; i < array.get().size(); i++) {
      item(array.get().get(i), name + "[" + i + "]", make).ifPresent(items::add);
    }
    return items;
  }

  private <T> Optional<T> item(JsonNode node, String name, Function<Fields, Optional<T>> make) {
    if (node instanceof ObjectNode object) {
      Fields fields = new Fields(object, path + name + ".", errors);
      Optional<T> item = make.apply(fields);
      fields.refuseUnknown();
      return item;
    }
    error(name, "must be an object");
    return Optional.empty();
  }

  /** What the domain makes of values that are good each for itself; it names the field if not. */
  public <T> Optional<T> attempt(Supplier<T> make) {
    try {
      return Optional.of(make.get());
    } catch (InvalidValue invalid) {
      error(invalid.field(), invalid.requirement());
      return Optional.empty();
    }
  }

  public void error(String name, String requirement) {
    errors.add(path + name, requirement);
  }

  /** Ends the reading. */
  public void requireGood() {
    refuseUnknown();
    errors.requireNone();
  }

  private void refuseUnknown() {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                error(name, "is not known here");
              }
            });
  }

  private <T> Optional<T> read(
      String name, String expected, Function<JsonNode, Optional<T>> convert) {
    known.add(name);
    if (!json.has(name)) {
      return Optional.empty();
    }
    Optional<T> value = convert.apply(json.get(name));
    if (value.isEmpty()) {
      error(name, "must be " + expected);
    }
    return value;
  }

  /** JSON can name numbers that take a computer forever to write out. */
  private static Optional<BigDecimal> number(JsonNode node) {
    return Optional.of(node)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .filter(number -> Math.abs((long) number.scale()) <= MAX_WRITTEN)
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> number.scale() <= MAX_DECIMALS)
        .filter(number -> number.precision() - number.scale() <= MAX_DIGITS);
  }

  /** 1.0 and 1e0 are whole numbers too (JSON Schema 2020-12, section 4.2.3). */
  private static Optional<Integer> whole(BigDecimal number) {
    try {
      return Optional.of(number.intValueExact());
    } catch (ArithmeticException other) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Times.parse(text));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }
}
