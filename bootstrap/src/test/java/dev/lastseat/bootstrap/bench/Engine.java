package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.e2e.SharedEngines;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A store that the program is measured on. */
enum Engine {
  SQLITE("SQLite", "") {
    @Override
    Map<String, String> settings() {
      return Map.of();
    }

    @Override
    List<String> bare(Path folder) {
      return List.of(folder.toString());
    }
  },
  MONGODB("MongoDB and Redis", "-mongodb") {
    @Override
    Map<String, String> settings() {
      return SharedEngines.settings();
    }

    @Override
    List<String> bare(Path folder) {
      return List.of(settings().get("MONGODB_URI"), POOL);
    }
  };

  /** Connections, as the program has them by default. */
  private static final String POOL = "10";

  final String title;
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

  /** Of the program, in a database of its own. */
  abstract Map<String, String> settings();

  /** The arguments of {@link BareServer}; the folder is for what it needs. */
  abstract List<String> bare(Path folder);
}
