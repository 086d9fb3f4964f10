package dev.lastseat.bootstrap.serverless;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** Events of a kind, as AWS sends them: those that were recorded, with other values. */
enum Shape {
  /** Decodes the path, and sends any body in base 64. */
  HTTP_API("http-api.json") {
    @Override
    ObjectNode with(ObjectNode event, String path, String body) {
      event.put("rawPath", "/prod" + path);
      String bytes = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
      return event.put("body", bytes).put("isBase64Encoded", true);
    }
  },
  FUNCTION_URL("function-url.json") {
    @Override
    ObjectNode with(ObjectNode event, String path, String body) {
      event.put("rawPath", path);
      return body.isEmpty() ? event : event.put("body", body).put("isBase64Encoded", false);
    }
  };

  private static final ObjectMapper mapper = new ObjectMapper();
  private static final Pattern OF_A_REQUEST =
      Pattern.compile("authorization|content-.*|idempotency-key|if-match|accept-encoding");

  private final String file;

  Shape(String file) {
    this.file = file;
  }

  abstract ObjectNode with(ObjectNode event, String path, String body);

  static ObjectNode recorded(String file) {
    try {
      return (ObjectNode)
          mapper.readTree(
              Files.readString(
                  Project.ROOT.resolve("adapters-lambda/src/test/resources/events/" + file)));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** The event of a request; its target may have a query. */
  ObjectNode event(String method, String target, String body, Map<String, String> headers) {
    ObjectNode event = recorded(file);
    int query = target.indexOf('?');
    event.put("rawQueryString", query < 0 ? "" : target.substring(query + 1));
    ObjectNode recorded = (ObjectNode) event.path("headers");
    recorded.properties().removeIf(header -> OF_A_REQUEST.matcher(header.getKey()).matches());
    headers.forEach(recorded::put);
    ((ObjectNode) event.at("/requestContext/http")).put("method", method);
    return with(event, query < 0 ? target : target.substring(0, query), body);
  }
}
