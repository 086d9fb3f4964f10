package dev.lastseat.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What breaks the clients of one contract when another one takes its place. Of own make, since
 * openapi-diff 2.1 sees no change of a type in OpenAPI 3.1.
 *
 * <p>What an answer says in addition breaks nobody, nor does what a request may say in addition.
 */
final class BreakingChanges {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> found = new ArrayList<>();

  private BreakingChanges(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** Each as a line for the change log. */
  static List<String> between(JsonNode before, JsonNode after) {
    BreakingChanges changes = new BreakingChanges(before, after);
    changes.compare();
    return changes.found.stream().distinct().toList();
  }

  private void compare() {
    for (Map.Entry<String, JsonNode> path : before.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> old : path.getValue().properties()) {
        if (METHODS.contains(old.getKey())) {
          String name = "`" + old.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + "`";
          JsonNode paths = after.path("paths").path(path.getKey());
          JsonNode now = paths.path(old.getKey());
          if (now.isMissingNode()) {
            found.add(name + " is gone");
          } else {
            parameters(
                name,
                parameters(before, path.getValue(), old.getValue()),
                parameters(after, paths, now));
            body(name, old.getValue(), now);
            answers(name, old.getValue(), now);
          }
        }
      }
    }
  }

  private static Map<String, JsonNode> parameters(
      JsonNode document, JsonNode path, JsonNode operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode owner : List.of(path, operation)) {
      for (JsonNode parameter : owner.path("parameters")) {
        JsonNode resolved = resolved(document, parameter);
        parameters.put(
            resolved.path("in").asText() + " " + resolved.path("name").asText(), resolved);
      }
    }
    return parameters;
  }

  private void parameters(String name, Map<String, JsonNode> old, Map<String, JsonNode> now) {
    now.forEach(
        (key, parameter) -> {
          JsonNode known = old.get(key);
          if (parameter.path("required").asBoolean()
              && (known == null || !known.path("required").asBoolean())) {
            found.add(
                name + ": the parameter `" + parameter.path("name").asText() + "` is required");
          }
        });
    old.forEach(
        (key, parameter) -> {
          String what = name + ": the parameter `" + parameter.path("name").asText() + "`";
          JsonNode known = now.get(key);
          if (known == null) {
            found.add(what + " is gone");
          } else {
            accepted(what, parameter.path("schema"), known.path("schema"));
          }
        });
  }

  private void body(String name, JsonNode old, JsonNode now) {
    JsonNode known = resolved(before, old.path("requestBody"));
    JsonNode body = resolved(after, now.path("requestBody"));
    if (body.path("required").asBoolean() && !known.path("required").asBoolean()) {
      found.add(name + ": a body is required");
    }
    for (Map.Entry<String, JsonNode> media : known.path("content").properties()) {
      JsonNode other = body.path("content").path(media.getKey());
      if (other.isMissingNode()) {
        found.add(name + ": a body of " + media.getKey() + " is refused");
      } else {
        accepted(name + ": the body", media.getValue().path("schema"), other.path("schema"));
      }
    }
  }

  private void answers(String name, JsonNode old, JsonNode now) {
    for (Map.Entry<String, JsonNode> answer : old.path("responses").properties()) {
      String what = name + ": the answer " + answer.getKey();
      JsonNode other = now.path("responses").path(answer.getKey());
      if (other.isMissingNode()) {
        found.add(what + " is gone");
        continue;
      }
      JsonNode content = resolved(after, other).path("content");
      for (Map.Entry<String, JsonNode> media :
          resolved(before, answer.getValue()).path("content").properties()) {
        if (content.has(media.getKey())) {
          given(what, media.getValue().path("schema"), content.path(media.getKey()).path("schema"));
        } else {
          found.add(what + " is never " + media.getKey());
        }
      }
    }
  }

  /** Of a value that a client sends: what was accepted still is. */
  private void accepted(String what, JsonNode old, JsonNode now) {
    Shape known = Shape.of(before, old);
    Shape shape = Shape.of(after, now);
    if (!shape.covers(known)) {
      found.add(what + " has another type");
    }
    known.valuesMissingIn(shape).forEach(value -> found.add(what + " is never " + value));
    for (String required : shape.required()) {
      if (!known.required().contains(required)) {
        found.add(what + " needs `" + required + "`");
      }
    }
    known
        .properties()
        .forEach(
            (property, schema) -> {
              String inside = inside(what, property);
              if (shape.properties().containsKey(property)) {
                accepted(inside, schema, Objects.requireNonNull(shape.properties().get(property)));
              } else {
                found.add(inside + " is refused");
              }
            });
  }

  /** Of a value that a client reads: what was told still is, in the same type. */
  private void given(String what, JsonNode old, JsonNode now) {
    Shape known = Shape.of(before, old);
    Shape shape = Shape.of(after, now);
    if (!known.covers(shape)) {
      found.add(what + " has another type");
    }
    known
        .properties()
        .forEach(
            (property, schema) -> {
              String inside = inside(what, property);
              if (!shape.properties().containsKey(property)) {
                found.add(inside + " is gone");
                return;
              }
              if (known.required().contains(property) && !shape.required().contains(property)) {
                found.add(inside + " may be absent");
              }
              given(inside, schema, Objects.requireNonNull(shape.properties().get(property)));
            });
  }

  private static String inside(String what, String property) {
    return what + ", `" + property + "`";
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
