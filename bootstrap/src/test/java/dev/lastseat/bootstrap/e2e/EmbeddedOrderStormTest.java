package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;

/** On the embedded store. */
class EmbeddedOrderStormTest extends OrderStormContract {
  @Override
  House open(Path folder) {
    return OneInstance.on(folder);
  }
}
