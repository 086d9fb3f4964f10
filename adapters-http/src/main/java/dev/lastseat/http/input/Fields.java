package dev.lastseat.http.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.application.api.Amounts;
import dev.lastseat.application.api.Times;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.shared.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fields of a JSON object, of which all that are wrong are told at once: read each of them,
 * then {@link #requireGood()}. Fields that nobody has read are unknown. A field that is wrong or
 * not there is empty, and {@code null} is a value like others, of no type that is read here.
 */
public final class Fields {
  private static final String TEXT = "a string of whole characters";

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

  public Optional<String> text(String name) {
    return read(name, TEXT, JsonValues::text);
  }

  /** A value of the domain that is made of text, by the domain's own rules. */
  public <T> Optional<T> made(String name, Function<String, T> make) {
    return read(name, TEXT, node -> make.apply(JsonValues.text(node)));
  }

  /** Text that people type, of so many characters at the most. */
  public Optional<String> line(String name, int max) {
    return made(name, text -> Text.require(name, text, max));
  }

  /** One of these words. */
  public Optional<String> choice(String name, List<String> words) {
    return read(
        name,
        String.join(" or ", words),
        node -> FieldErrors.require(JsonValues.text(node), words::contains));
  }

  /** A constant of an enum, by the word it is known by outside. */
  public <E extends Enum<E> & Spelled> Optional<E> constant(String name, Class<E> type) {
    List<String> words = Query.words(type);
    return choice(name, words).map(chosen -> type.getEnumConstants()[words.indexOf(chosen)]);
  }

  public Optional<Integer> integer(String name, int min, int max) {
    return read(
        name,
        "a whole number from " + min + " to " + max,
        node -> JsonValues.integer(node, min, max));
  }

  public Optional<BigDecimal> amount(String name) {
    return read(name, Amounts.EXPECTED, node -> Amounts.require(JsonValues.number(node)));
  }

  public Optional<Boolean> flag(String name) {
    return read(
        name,
        "true or false",
        node -> FieldErrors.require(node, JsonNode::isBoolean).booleanValue());
  }

  public Optional<Instant> instant(String name) {
    return read(name, Times.EXPECTED, node -> Times.parse(JsonValues.text(node)));
  }

  /** One or more different whole numbers. */
  public Set<Integer> integers(String name, int min, int max) {
    return read(
            name,
            "an array of different whole numbers from " + min + " to " + max,
            node -> JsonValues.different(node, it -> JsonValues.integer(it, min, max)))
        .orElse(Set.of());
  }

  /** One to {@code max} different values of the domain, each made of text, in their order. */
  public <T> Set<T> set(String name, int max, Function<String, T> make) {
    return read(
            name,
            "an array of 1 to " + max + " different strings",
            node -> JsonValues.different(node, it -> make.apply(JsonValues.text(it))))
        .orElse(Set.of());
  }

  /** Up to {@code max} strings by names that others chose; none where there is no object. */
  public SortedMap<String, String> texts(String name, int max) {
    return read(name, "an object of up to " + max + " strings", node -> JsonValues.texts(node, max))
        .orElseGet(TreeMap::new);
  }

  /** One to {@code max} objects, whose fields are named like {@code items[1].quantity}. */
  public <T> List<T> items(String name, int max, Function<Fields, Optional<T>> make) {
    Optional<JsonNode> array =
        read(
            name,
            "an array of 1 to " + max,
            node -> FieldErrors.require(JsonValues.array(node), it -> it.size() <= max));
    List<T> items = new ArrayList<>();
    for (int i = 0; array.isPresent() && i < array.get().size(); i++) {
      item(array.get().get(i), name + "[" + i + "]", make).ifPresent(items::add);
    }
    return items;
  }

  /**
   * The fields of an object that others define and add to, so there may be more than are read here;
   * none where there is no object. They are named like {@code credential.id}.
   */
  public Fields openObject(String name) {
    ObjectNode object =
        read(name, "an object", node -> (ObjectNode) FieldErrors.require(node, JsonNode::isObject))
            .orElseGet(json::objectNode);
    return new Fields(object, path + name + ".", errors);
  }

  /** An object, whose fields are named like {@code payment.amount}. */
  public <T> Optional<T> object(String name, Function<Fields, Optional<T>> make) {
    return read(name, "an object", node -> node).flatMap(node -> item(node, name, make));
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

  /**
   * What the domain makes of values that were read, each of which is good for itself; it names the
   * field if together they are not. Empty where one of them is, which was told then.
   */
  public <T> Optional<T> composed(Supplier<T> make) {
    try {
      return errors.attempt(path, make);
    } catch (NoSuchElementException missing) {
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

  /** Ends the reading with a value that is there if nothing is wrong. */
  public <T> T requireGood(Optional<T> value) {
    requireGood();
    return value.orElseThrow();
  }

  /** Ends the reading with what is made of it; the domain names the field if that is wrong. */
  public <T> T requireGood(Supplier<T> make) {
    requireGood();
    return requireGood(errors.attempt(path, make));
  }

  private void refuseUnknown() {
    for (var field : json.properties()) {
      if (!known.contains(field.getKey())) {
        error(field.getKey(), "is not known here");
      }
    }
  }

  private <T> Optional<T> read(String name, String mustBe, Function<JsonNode, T> convert) {
    known.add(name);
    return json.has(name)
        ? errors.read(path + name, mustBe, () -> convert.apply(json.get(name)))
        : Optional.empty();
  }
}
