package dev.lastseat.http.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Fields;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads bodies and what is said about them. */
public final class RequestBodies {
  public static final int MAX_BODY = 64 * 1024;
  public static final Set<String> JSON = Set.of("application/json");
  public static final Set<String> MERGE_PATCH =
      Set.of("application/merge-patch+json", "application/json");

  /** From the most specific range to the least. */
  private static final List<String> ACCEPTED = List.of("application/json", "application/*", "*/*");

  private static final Pattern REFUSED = Pattern.compile("(?i);\\s*q=0(\\.0{0,3})?\\s*(;|$)");

  private RequestBodies() {}

  /** The fields of the JSON object in the body. */
  public static Fields fields(Context context) {
    return Fields.of(body(context, JSON));
  }

  /** The JSON object in the body. */
  public static ObjectNode body(Context context, Set<String> mediaTypes) {
    requireMediaType(context, mediaTypes);
    return Json.object(bytes(context));
  }

  /** The JSON object in the body, or an empty one where there is no body. */
  public static ObjectNode optionalBody(Context context) {
    byte[] bytes = bytes(context);
    if (bytes.length == 0) {
      return Json.emptyObject();
    }
    requireMediaType(context, JSON);
    return Json.object(bytes);
  }

  /** The most specific of the ranges that the client names decides (RFC 9110, section 12.5.1). */
  static void requireJsonAccepted(Context context) {
    HeaderLines.members(context, "Accept")
        .filter(ranges -> !ranges.isEmpty() && !acceptJson(ranges))
        .ifPresent(
            _ -> {
              throw Problem.of(Code.NOT_ACCEPTABLE, "The answer would be application/json.");
            });
  }

  /** What says beforehand that it is too large is not read at all. */
  static void requireSmall(Context context) {
    if (context.req().getContentLengthLong() > MAX_BODY) {
      throw tooLarge();
    }
  }

  static Problem tooLarge() {
    return Problem.of(Code.PAYLOAD_TOO_LARGE, "The body must have at most " + MAX_BODY + " bytes.");
  }

  private static boolean acceptJson(List<String> ranges) {
    return ACCEPTED.stream()
        .flatMap(wanted -> ranges.stream().filter(range -> mediaType(range).equals(wanted)))
        .findFirst()
        .filter(range -> !REFUSED.matcher(range).find())
        .isPresent();
  }

  /** A media type or range without its parameters. */
  private static String mediaType(String value) {
    return value.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static void requireMediaType(Context context, Set<String> mediaTypes) {
    String type = context.header("Content-Type");
    boolean plain = context.header("Content-Encoding") == null;
    if (type == null || !plain || !mediaTypes.contains(mediaType(type))) {
      throw Problem.of(
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The body must be " + String.join(" or ", mediaTypes) + ", not compressed.");
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
