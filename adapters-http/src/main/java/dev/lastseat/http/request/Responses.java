package dev.lastseat.http.request;

import dev.lastseat.http.json.Envelope;
import io.javalin.http.Context;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes successes. */
public final class Responses {
  private static final Logger log = LoggerFactory.getLogger(Responses.class);

  private Responses() {}

  public static void ok(Context context, Object data, String message) {
    json(context, 200, Envelope.success(data, message));
  }

  public static void created(Context context, String location, Object data, String message) {
    context.header("Location", location);
    json(context, 201, Envelope.success(data, message));
  }

  public static void list(Context context, Object items, String message, Object meta) {
    json(context, 200, Envelope.list(items, message, meta));
  }

  /** A status that says it all: no body, and nothing that would describe one. */
  public static void nothing(Context context, int status) {
    context.status(status).res().setContentType(null);
    flush(context); // or Jetty would add that the body is 0 bytes long (RFC 9110, section 8.6)
  }

  private static void flush(Context context) {
    try {
      context.res().flushBuffer();
    } catch (IOException gone) {
      log.atDebug().setCause(gone).log("client gone before it was answered");
    }
  }

  public static void json(Context context, int status, String body) {
    context.status(status).contentType("application/json").result(body);
  }
}
