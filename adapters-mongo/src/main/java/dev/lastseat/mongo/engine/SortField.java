package dev.lastseat.mongo.engine;

import dev.lastseat.domain.shared.InvalidValue;
import java.time.Instant;
import org.bson.Document;

/** A field that lists are sorted by, and how its values are told to whoever asks for more. */
public record SortField(String name, Kind kind) {
  public enum Kind {
    TEXT,
    NUMBER,
    TIME
  }

  String key(Document document) {
    return switch (kind) {
      case TEXT -> document.getString(name);
      case NUMBER -> String.valueOf(document.get(name, Number.class).longValue());
      case TIME -> String.valueOf(document.getDate(name).toInstant().toEpochMilli());
    };
  }

  /**
   * What {@link #key} told.
   *
   * @throws InvalidValue when it told something else
   */
  Object value(String key) {
    try {
      return parsed(key);
    } catch (NumberFormatException forged) {
      throw new InvalidValue("cursor", key, "must be one of this list");
    }
  }

  private Object parsed(String key) {
    return switch (kind) {
      case TEXT -> key;
      case NUMBER -> Long.parseLong(key);
      case TIME -> Instant.ofEpochMilli(Long.parseLong(key));
    };
  }
}
