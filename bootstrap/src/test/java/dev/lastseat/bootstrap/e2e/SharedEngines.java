package dev.lastseat.bootstrap.e2e;

import dev.lastseat.engines.Engines;
import java.util.Map;
import java.util.UUID;

/** What instances must know of the engines they share, and of each other. */
public final class SharedEngines {
  private static final String SECRET = "the same on every instance, and long enough";

  private SharedEngines() {}

  public static Map<String, String> settings() {
    return settings(Engines.mongodb(), Engines.redis());
  }

  /** In a database of their own. */
  static Map<String, String> settings(String mongodb, String redis) {
    String database = "lastseat_e2e_" + UUID.randomUUID().toString().replace("-", "");
    return Map.of(
        "MONGODB_URI",
        mongodb.replaceFirst("^(\\w+://[^/?]+)(/[^?]*)?", "$1/" + database),
        "REDIS_URL",
        redis,
        "JWT_SECRET",
        SECRET,
        "JWT_REFRESH_SECRET",
        SECRET);
  }
}
