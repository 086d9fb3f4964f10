package dev.lastseat.http.request;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** Headers that hold lists, which may be spread over several lines (RFC 9110, section 5.3). */
public final class HeaderLines {
  private HeaderLines() {}

  /** All lines of the header as one; empty when there is none. */
  public static Optional<String> joined(Context context, String name) {
    return joined(context.req().getHeaders(name));
  }

  private static Optional<String> joined(Enumeration<String> values) {
    List<String> lines = Collections.list(values);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
  }

  /** The members of the list; empty when there is no such header. */
  static Optional<List<String>> members(Context context, String name) {
    return members(context.req().getHeaders(name));
  }

  /** The members of the list in these lines; empty when there is no line. */
  static Optional<List<String>> members(Enumeration<String> lines) {
    return joined(lines)
        .map(
            list ->
                Arrays.stream(list.split(",", -1))
                    .map(String::strip)
                    .filter(member -> !member.isEmpty())
                    .toList());
  }
}
