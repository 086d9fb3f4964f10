package dev.lastseat.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a schema says of a value, with what it refers to and consists of.
 *
 * @param types with their format; empty for any
 * @param values the only ones there are; empty for any
 * @param properties those of an object; the items of an array are its property {@code []}
 */
record Shape(
    Set<String> types, Set<String> values, Set<String> required, Map<String, JsonNode> properties) {

  static Shape of(JsonNode document, JsonNode schema) {
    Shape shape =
        new Shape(
            new HashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
    shape.add(document, schema);
    return shape;
  }

  private void add(JsonNode document, JsonNode schema) {
    if (schema.has("$ref")) {
      add(document, document.at(schema.path("$ref").asText().substring(1)));
    }
    schema.path("allOf").forEach(part -> add(document, part));
    String format = schema.has("format") ? " " + schema.path("format").asText() : "";
    List<JsonNode> named = new ArrayList<>();
    if (schema.path("type").isArray()) {
      schema.path("type").forEach(named::add);
    } else if (schema.has("type")) {
      named.add(schema.path("type"));
    }
    named.forEach(type -> types.add(type.asText() + format));
    schema.path("enum").forEach(value -> values.add(value.asText()));
    if (schema.has("const")) {
      values.add(schema.path("const").asText());
    }
    schema.path("required").forEach(property -> required.add(property.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(each -> properties.put(each.getKey(), each.getValue()));
    if (schema.has("items")) {
      properties.put("[]", schema.path("items"));
    }
  }

  /** Whether a value of the other's types is one of these types. */
  boolean covers(Shape other) {
    if (types.isEmpty()) {
      return true;
    }
    return !other.types.isEmpty() && other.types.stream().allMatch(this::covers);
  }

  private boolean covers(String type) {
    return types.contains(type) || (type.equals("integer") && types.contains("number"));
  }

  /** Which of these values the other has not. */
  Set<String> valuesMissingIn(Shape other) {
    if (other.values.isEmpty()) {
      return Set.of();
    }
    if (values.isEmpty()) {
      return Set.of("another than " + String.join(", ", other.values));
    }
    Set<String> missing = new LinkedHashSet<>(values);
    missing.removeAll(other.values);
    return missing;
  }
}
