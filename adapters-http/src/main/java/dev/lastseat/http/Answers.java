package dev.lastseat.http;

import io.javalin.http.Context;

/** Writes successes. */
final class Answers {
  private Answers() {}

  static void ok(Context context, Object data, String message) {
    json(context, 200, Envelope.success(data, message));
  }

  static void created(Context context, String location, Object data, String message) {
    context.header("Location", location);
    json(context, 201, Envelope.success(data, message));
  }

  static void list(Context context, Object items, String message, Object meta) {
    json(context, 200, Envelope.list(items, message, meta));
  }

  static void json(Context context, int status, String body) {
    context.status(status).contentType("application/json").result(body);
  }
}
