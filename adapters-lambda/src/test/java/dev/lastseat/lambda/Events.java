package dev.lastseat.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Events as AWS sends them. */
final class Events {
  private static final ObjectMapper mapper = new ObjectMapper();

  private Events() {}

  static ObjectNode httpApi() {
    return read("http-api.json");
  }

  static ObjectNode functionUrl() {
    return read("function-url.json");
  }

  static ObjectNode scheduled() {
    return read("scheduled.json");
  }

  private static ObjectNode read(String file) {
    try (InputStream event = Events.class.getResourceAsStream("/events/" + file)) {
      return (ObjectNode) mapper.readTree(Objects.requireNonNull(event));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
