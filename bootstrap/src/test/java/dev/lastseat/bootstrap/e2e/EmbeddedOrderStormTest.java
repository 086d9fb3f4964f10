package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;

/** On the embedded store. */
class EmbeddedOrderStormTest extends OrderStormContract {
  @Override
  Houses houses(Path folder) {
    return OneInstance.on(folder);
  }
}
