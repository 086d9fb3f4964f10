package dev.lastseat.http.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What JSON says, as Java has it; throws {@link IllegalArgumentException} if it says another. */
final class JsonValues {
  private static final long MAX_WRITTEN = 100;

  private JsonValues() {}

  /** Text as it stands; JSON can name half a character, which no store could keep. */
  static String text(JsonNode node) {
    return FieldErrors.require(
            node,
            it -> it.isTextual() && StandardCharsets.UTF_8.newEncoder().canEncode(it.textValue()))
        .textValue();
  }

  /** One that a computer can write out, for JSON can name some that take it forever. */
  static BigDecimal number(JsonNode node) {
    BigDecimal number = FieldErrors.require(node, JsonNode::isNumber).decimalValue();
    return FieldErrors.require(number, it -> Math.abs((long) it.scale()) <= MAX_WRITTEN);
  }

  /** 1.0 and 1e0 are whole numbers too (JSON Schema 2020-12, section 4.2.3). */
  static int integer(JsonNode node, int min, int max) {
    return FieldErrors.within(number(node).intValueExact(), min, max);
  }

  /** An array of something. */
  static JsonNode array(JsonNode node) {
    return FieldErrors.require(node, it -> it.isArray() && !it.isEmpty());
  }

  /** What the elements of an array are, no two of them alike, in their order. */
  static <T> Set<T> different(JsonNode node, Function<JsonNode, T> convert) {
    Set<T> values = new LinkedHashSet<>();
    for (JsonNode element : array(node)) {
      values.add(FieldErrors.require(convert.apply(element), it -> !values.contains(it)));
    }
    return values;
  }

  static SortedMap<String, String> texts(JsonNode node, int max) {
    FieldErrors.require(node, it -> it.isObject() && it.size() <= max);
    SortedMap<String, String> texts = new TreeMap<>();
    node.properties().forEach(it -> texts.put(it.getKey(), text(it.getValue())));
    return texts;
  }
}
