package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** On MongoDB and Redis, with an instance killed in the middle of each storm. */
class ThreeInstancesStormTest extends StormContract {
  @Override
  House open(Map<String, String> settings, Path folder) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(SharedEngines.settings());
    return ThreeInstances.on(all, folder);
  }
}
