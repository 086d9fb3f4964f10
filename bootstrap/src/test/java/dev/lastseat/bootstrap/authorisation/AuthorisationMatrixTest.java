package dev.lastseat.bootstrap.authorisation;

import java.nio.file.Path;
import java.util.Map;

/** On the embedded store. */
class AuthorisationMatrixTest extends AuthorisationMatrix {
  @Override
  Map<String, String> engines(Path folder) {
    return Map.of("DATA_DIR", folder.toString());
  }
}
