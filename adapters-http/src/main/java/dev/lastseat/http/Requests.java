package dev.lastseat.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads bodies and what is said about them. */
final class Requests {
  static final int MAX_BODY = 64 * 1024;
  static final Set<String> JSON = Set.of("application/json");
  static final Set<String> MERGE_PATCH = Set.of("application/merge-patch+json", "application/json");

  private static final Set<String> ACCEPTED = Set.of("*/*", "application/*", "application/json");

  private Requests() {}

  /** The JSON object in the body. */
  static ObjectNode body(Context context, Set<String> mediaTypes) {
    requireMediaType(context, mediaTypes);
    return Json.object(bytes(context));
  }

  /** The JSON object in the body, or an empty one where there is no body. */
  static ObjectNode optionalBody(Context context) {
    byte[] bytes = bytes(context);
    if (bytes.length == 0) {
      return Json.emptyObject();
    }
    requireMediaType(context, JSON);
    return Json.object(bytes);
  }

  static void requireJsonAccepted(Context context) {
    String accept = context.header("Accept");
    if (accept != null && Arrays.stream(accept.split(",", -1)).noneMatch(Requests::acceptsJson)) {
      throw Problem.of(Code.NOT_ACCEPTABLE, "The answer would be application/json.");
    }
  }

  static Problem tooLarge() {
    return Problem.of(Code.PAYLOAD_TOO_LARGE, "The body must have at most " + MAX_BODY + " bytes.");
  }

  private static boolean acceptsJson(String range) {
    List<String> parts = Arrays.stream(range.split(";", -1)).map(String::strip).toList();
    boolean refused = parts.stream().anyMatch(part -> part.matches("[qQ]=0(\\.0{0,3})?"));
    return ACCEPTED.contains(parts.getFirst().toLowerCase(Locale.ROOT)) && !refused;
  }

  private static void requireMediaType(Context context, Set<String> mediaTypes) {
    String header = context.header("Content-Type");
    String type = header == null ? "" : header.split(";", -1)[0].strip();
    if (!mediaTypes.contains(type.toLowerCase(Locale.ROOT))) {
      throw Problem.of(
          Code.UNSUPPORTED_MEDIA_TYPE, "The body must be " + String.join(" or ", mediaTypes) + ".");
    }
  }

  private static byte[] bytes(Context context) {
    try {
      byte[] bytes = context.req().getInputStream().readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException cut) {
      throw Problem.of(Code.MALFORMED_JSON, "The body ended before its time.");
    }
  }
}
