package dev.lastseat.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions of a search with their arguments, all of which must hold. */
final class Filters {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> arguments = new ArrayList<>();

  Filters and(String condition, Object... values) {
    conditions.add(condition);
    arguments.addAll(List.of(values));
    return this;
  }

  Filters and(String condition, Optional<?> value) {
    return value.isPresent() ? and(condition, value.get()) : this;
  }

  Filters copy() {
    Filters copy = new Filters();
    copy.conditions.addAll(conditions);
    copy.arguments.addAll(arguments);
    return copy;
  }

  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Object[] arguments(Object... more) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return all.toArray();
  }
}
