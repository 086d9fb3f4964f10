package dev.lastseat.bootstrap.serverless;

import com.amazonaws.services.lambda.runtime.api.client.api.LambdaContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lastseat.bootstrap.Serverless;
import dev.lastseat.lambda.LambdaHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.crac.Core;

/** Lastseat in a function, called by events. */
final class Function {
  static final String ADMIN = "admin@example.com";
  static final String PASSWORD = "an admin's password";

  private static final ObjectMapper mapper = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final LambdaHandler handler;
  private final Shape shape;

  Function(Map<String, String> engines, Shape shape) {
    this.handler = new LambdaHandler(new Serverless(settings(engines)));
    this.shape = shape;
  }

  static Map<String, String> settings(Map<String, String> engines) {
    Map<String, String> settings = new HashMap<>(engines);
    settings.put("ADMIN_EMAIL", ADMIN);
    settings.put("ADMIN_PASSWORD", PASSWORD);
    settings.put("BCRYPT_ROUNDS", "4");
    settings.put("RATE_LIMIT_REQUESTS", "100000");
    settings.put("LOG_LEVEL", "error");
    return settings;
  }

  /** What came back. */
  record Answer(int status, JsonNode headers, JsonNode body) {
    JsonNode data() {
      return body.path("data");
    }

    String text(String pointer) {
      return data().at(pointer).asText();
    }
  }

  Answer send(String method, String target, String body, Map<String, String> headers) {
    JsonNode result = invoke(shape.event(method, target, body, headers));
    return new Answer(result.path("statusCode").asInt(), result.path("headers"), json(result));
  }

  private static JsonNode json(JsonNode result) {
    String body = result.path("body").asText();
    return body.startsWith("{") ? read(body) : MissingNode.getInstance();
  }

  JsonNode invoke(JsonNode event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
          output,
          context());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return read(output.toString(StandardCharsets.UTF_8));
  }

  /** Is taken a snapshot of, and restored. */
  void restore() throws Exception {
    handler.snapshot().beforeCheckpoint(Core.getGlobalContext());
    handler.snapshot().afterRestore(Core.getGlobalContext());
  }

  private static LambdaContext context() {
    long end = System.currentTimeMillis() + TIMEOUT.toMillis();
    return new LambdaContext(
        1024, end, "request", "group", "stream", "lastseat", null, "1", "arn", null, null, null);
  }

  private static JsonNode read(String json) {
    try {
      return json.isEmpty() ? MissingNode.getInstance() : mapper.readTree(json);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
