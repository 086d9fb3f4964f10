package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;

/** On the embedded store. */
class EmbeddedStormTest extends StormContract {
  @Override
  Houses houses(Path folder) {
    return OneInstance.on(folder);
  }
}
