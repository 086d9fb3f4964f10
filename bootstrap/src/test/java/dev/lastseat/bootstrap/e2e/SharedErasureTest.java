package dev.lastseat.bootstrap.e2e;

import dev.lastseat.mongo.Tampering;
import java.util.Map;

/** In every document of MongoDB. */
class SharedErasureTest extends ErasureContract {
  @Override
  Map<String, String> engines() {
    return SharedEngines.settings();
  }

  @Override
  String stored(Map<String, String> settings) {
    return Tampering.everything(settings.get("MONGODB_URI"));
  }
}
