package dev.lastseat.bootstrap.e2e;

import java.nio.file.Path;

/** On MongoDB and Redis, with an instance killed in the middle of the storm. */
class ThreeInstancesOrderStormTest extends OrderStormContract {
  @Override
  House open(Path folder) {
    return ThreeInstances.on(SharedEngines.settings(), folder);
  }
}
