package dev.lastseat.http.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every JSON body is wrapped in. */
public final class Envelope {
  private Envelope() {}

  /** {@code meta} only on lists. */
  record Success(boolean success, Object data, String message, @Nullable Object meta) {}

  /** {@code data} only where a failure has more to say than its errors. */
  record Failure(
      boolean success, String message, List<Problem.Detail> errors, @Nullable Object data) {}

  public static String success(Object data, String message) {
    return Json.write(new Success(true, data, message, null));
  }

  public static String list(Object data, String message, Object meta) {
    return Json.write(new Success(true, data, message, meta));
  }

  public static String failure(String message, List<Problem.Detail> errors, @Nullable Object data) {
    return Json.write(new Failure(false, message, errors, data));
  }
}
