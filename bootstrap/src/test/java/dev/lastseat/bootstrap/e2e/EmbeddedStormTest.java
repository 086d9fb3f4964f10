package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;
import java.util.Map;

/** On the embedded store. */
class EmbeddedStormTest extends StormContract {
  @Override
  House open(Map<String, String> settings, Path folder) {
    return OneInstance.verified(folder, settings);
  }
}
