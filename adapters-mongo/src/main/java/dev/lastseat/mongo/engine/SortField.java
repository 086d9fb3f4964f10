package dev.lastseat.mongo.engine;

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

  Object value(String key) {
    return switch (kind) {
      case TEXT -> key;
      case NUMBER -> Long.parseLong(key);
      case TIME -> Instant.ofEpochMilli(Long.parseLong(key));
    };
  }
}
