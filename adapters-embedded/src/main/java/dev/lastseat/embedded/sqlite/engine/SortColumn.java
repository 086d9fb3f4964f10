package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.shared.InvalidValue;

/** A column that a list is sorted by, and how a position in the list spells its values. */
public record SortColumn(String name, boolean isText) {
  Object value(String key) {
    if (isText) {
      return key;
    }
    try {
      return Long.valueOf(key);
    } catch (NumberFormatException foreign) {
      throw new InvalidValue("cursor", key, "must be one of this list");
    }
  }
}
