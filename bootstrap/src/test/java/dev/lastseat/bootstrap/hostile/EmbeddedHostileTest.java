package dev.lastseat.bootstrap.hostile;

import java.nio.file.Path;
import java.util.Map;

/** On the embedded store. */
class EmbeddedHostileTest extends HostileContract {
  @Override
  Map<String, String> engines(Path folder) {
    return Map.of("DATA_DIR", folder.toString());
  }
}
