package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.e2e.SharedEngines;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A store that the program is measured on. */
enum Engine {
  SQLITE("SQLite", ""),
  MONGODB("MongoDB and Redis", "-mongodb");

  final String title;

  /** Of the names of its files. */
  final String suffix;

  Engine(String title, String suffix) {
    this.title = title;
    this.suffix = suffix;
  }

  /** SQLite always, and MongoDB with Redis where the environment names both. */
  static List<Engine> here() {
    boolean isShared = System.getenv("MONGODB_URI") != null && System.getenv("REDIS_URL") != null;
    return Stream.of(values()).filter(engine -> engine == SQLITE || isShared).toList();
  }

  /** What the program must know of it; each time another database. */
  Map<String, String> settings() {
    return this == SQLITE ? Map.of() : SharedEngines.settings();
  }
}
