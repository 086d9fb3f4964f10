package dev.lastseat.http.request;

import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code name=value&name=value}, percent-encoded UTF-8 with + for a blank
 * (https://url.spec.whatwg.org/#application/x-www-form-urlencoded). What cannot be decoded is
 * refused, where Javalin would leave it out.
 */
final class QueryString {
  private static final char REPLACEMENT = '\uFFFD';

  private QueryString() {}

  /** The values of each parameter, in their order. */
  static Map<String, List<String>> parse(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 1 ? "" : decode(parts[1]);
        parameters.computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String encoded) {
    try {
      String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) < 0) {
        return text;
      }
    } catch (IllegalArgumentException undecodable) {
      // The same as bytes that are no UTF-8.
    }
    throw Problem.of(Code.VALIDATION_ERROR, "The query is not percent-encoded UTF-8.");
  }
}
