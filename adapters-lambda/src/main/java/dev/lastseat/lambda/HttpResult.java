package dev.lastseat.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.http.local.Header;
import dev.lastseat.http.local.LocalResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the sender of an HTTP event makes an answer of. */
final class HttpResult {
  /** The most that Lambda takes back, in bytes. */
  static final int MAX_BYTES = 6 * 1024 * 1024;

  private static final ObjectMapper mapper = new ObjectMapper();
  private static final Pattern TEXT =
      Pattern.compile("(?i)text/.*|application/(json|x-ndjson|yaml|javascript|.*\\+json)\\b.*");

  /** Whoever sends it on says these of its own connection. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

  private HttpResult() {}

  /** As JSON; where that is too large, the error that says so. */
  static byte[] of(LocalResponse response) {
    byte[] result = write(response);
    return result.length > MAX_BYTES ? write(LocalResponse.tooLarge(MAX_BYTES)) : result;
  }

  private static byte[] write(LocalResponse response) {
    ObjectNode result = mapper.createObjectNode().put("statusCode", response.status());
    response.headers().forEach(header -> add(result, header));
    boolean text = isText(response);
    result.put("isBase64Encoded", !text);
    result.put("body", text ? text(response.body()) : base64(response.body()));
    try {
      return mapper.writeValueAsBytes(result);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A name that comes more than once has its values in one line (RFC 9110, section 5.3). */
  private static void add(ObjectNode result, Header header) {
    String name = header.name().toLowerCase(Locale.ROOT);
    if (name.equals("set-cookie")) {
      result.withArray("cookies").add(header.value()); // the only header that may not be joined
    } else if (!OF_THE_CONNECTION.contains(name)) {
      ObjectNode headers = result.withObject("headers");
      String before = headers.path(name).asText("");
      headers.put(name, before.isEmpty() ? header.value() : before + ", " + header.value());
    }
  }

  private static boolean isText(LocalResponse response) {
    return response.header("Content-Encoding").isEmpty()
        && TEXT.matcher(response.header("Content-Type").orElse("text/plain")).matches();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String base64(byte[] body) {
    return Base64.getEncoder().encodeToString(body);
  }
}
