package dev.lastseat.bootstrap.authorisation;

import dev.lastseat.bootstrap.e2e.SharedEngines;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** On MongoDB and Redis. */
class SharedAuthorisationMatrixTest extends AuthorisationMatrix {
  @Override
  Map<String, String> engines(Path folder) {
    Map<String, String> engines = new HashMap<>(SharedEngines.settings());
    engines.put("DATA_DIR", folder.toString());
    return engines;
  }
}
