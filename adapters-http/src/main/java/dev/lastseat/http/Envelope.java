package dev.lastseat.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every JSON body is wrapped in. */
final class Envelope {
  private Envelope() {}

  /** {@code meta} only on lists. */
  record Success(boolean success, Object data, String message, @Nullable Object meta) {}

  record Failure(boolean success, String message, List<Problem.Detail> errors) {}

  static String success(Object data, String message) {
    return Json.write(new Success(true, data, message, null));
  }

  static String list(Object data, String message, Object meta) {
    return Json.write(new Success(true, data, message, meta));
  }

  static String failure(String message, List<Problem.Detail> errors) {
    return Json.write(new Failure(false, message, errors));
  }
}
