package dev.lastseat.http.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** Reads bodies and what is said about them. */
public final class RequestBodies {
  public static final int MAX_BODY = 64 * 1024;
  public static final Set<String> JSON = Set.of("application/json");
  public static final Set<String> MERGE_PATCH =
      Set.of("application/merge-patch+json", "application/json");

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

  /** The body byte by byte, which says that it is JSON and may be anything. */
  public static byte[] json(Context context) {
    requireMediaType(context, JSON);
    return bytes(context);
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

  /**
   * What says beforehand that it is too large, or written in another coding, is not read at all.
   */
  public static void requireReadable(Context context) {
    if (context.header("Transfer-Encoding") != null && !isChunked(context)) {
      throw Problem.of(
          Code.NOT_IMPLEMENTED, "Transfer-Encoding must be chunked, and nothing beside it.");
    }
    if (context.req().getContentLengthLong() > MAX_BODY) {
      throw tooLarge();
    }
  }

  private static boolean isChunked(Context context) {
    List<String> codings =
        RequestContext.members(RequestContext.jetty(context), "Transfer-Encoding");
    return codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
  }

  public static Problem tooLarge() {
    return Problem.of(Code.PAYLOAD_TOO_LARGE, "The body must have at most " + MAX_BODY + " bytes.");
  }

  private static void requireMediaType(Context context, Set<String> mediaTypes) {
    String type = context.header("Content-Type");
    boolean plain = context.header("Content-Encoding") == null;
    if (type == null || !plain || !mediaTypes.contains(Accept.mediaType(type))) {
      throw Problem.of(
          Code.UNSUPPORTED_MEDIA_TYPE,
          "The body must be " + String.join(" or ", mediaTypes) + ", not compressed.");
    }
  }

  /** What says how long it is needs no more room than that. */
  private static byte[] bytes(Context context) {
    int announced = context.req().getContentLength();
    try {
      InputStream body = context.req().getInputStream();
      if (announced >= 0 && announced <= MAX_BODY) {
        byte[] bytes = new byte[announced];
        if (body.readNBytes(bytes, 0, announced) < announced) {
          throw cut();
        }
        return bytes;
      }
      byte[] bytes = body.readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException cut) {
      throw cut();
    }
  }

  private static Problem cut() {
    return Problem.of(Code.MALFORMED_JSON, "The body ended before its time.");
  }
}
