package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;
import java.util.Map;

/** On the embedded store. */
class EmbeddedOrderStormTest extends OrderStormContract {
  @Override
  House open(Path folder) {
    return OneInstance.verified(folder, Map.of());
  }
}
