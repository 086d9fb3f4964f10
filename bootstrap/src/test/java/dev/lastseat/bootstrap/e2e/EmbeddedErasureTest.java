package dev.lastseat.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** In the file of the embedded store, every byte of it. */
class EmbeddedErasureTest extends ErasureContract {
  @Override
  Map<String, String> engines() {
    return Map.of();
  }

  @Override
  String stored(Map<String, String> settings) throws IOException {
    return Files.readString(data.resolve("lastseat.db"), ISO_8859_1);
  }
}
