package dev.lastseat.bootstrap.hostile;

import dev.lastseat.bootstrap.e2e.SharedEngines;
import java.nio.file.Path;
import java.util.Map;

/** On MongoDB and Redis. */
class SharedHostileTest extends HostileContract {
  @Override
  Map<String, String> engines(Path folder) {
    return SharedEngines.settings();
  }
}
