package dev.lastseat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An answer in GraphQL. */
record Reply(Map<String, Object> body) {
  /** What stands at the path, such as {@code events/edges/0/node}. */
  @SuppressWarnings("NullAway")
  Object at(String path) {
    Object value = body.get("data");
    for (String step : path.split("/", -1)) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : ((Map<?, ?>) value).get(step);
    }
    return value;
  }

  Reply good() {
    assertThat(body).doesNotContainKey("errors").containsKey("data");
    return this;
  }

  String text(String path) {
    return at(path).toString();
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> errors() {
    return (List<Map<String, Object>>) body.getOrDefault("errors", List.of());
  }

  List<String> codes() {
    return errors().stream().map(error -> told(error, "code")).toList();
  }

  String message() {
    return Objects.requireNonNull(errors().getFirst().get("message")).toString();
  }

  /** The field that the first error is about. */
  String field() {
    return told(errors().getFirst(), "field");
  }

  private static String told(Map<String, Object> error, String what) {
    return error.get("extensions") instanceof Map<?, ?> told
        ? String.valueOf(told.get(what))
        : "nothing";
  }

  /** Nothing was run. */
  boolean isRefused() {
    return !body.containsKey("data");
  }
}
