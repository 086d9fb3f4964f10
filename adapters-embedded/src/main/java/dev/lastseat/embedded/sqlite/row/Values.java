package dev.lastseat.embedded.sqlite.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How columns hold what SQLite has no type for: JSON arrays, as json_each takes them, and times.
 */
public final class Values {
  private static final Pattern ORDINALS = Pattern.compile("\\[[0-9]{1,9}(,[0-9]{1,9})*]");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Values() {}

  public static String ordinals(Collection<Integer> ordinals) {
    return ordinals.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  public static List<Integer> ordinals(String json) {
    if (!ORDINALS.matcher(json).matches()) {
      throw new IllegalArgumentException("'" + json + "' is no array of ordinals");
    }
    return COMMA.splitAsStream(json.substring(1, json.length() - 1)).map(Integer::valueOf).toList();
  }

  /** Words need no escaping: letters, digits, dashes and underscores only. */
  public static String words(Collection<String> words) {
    return words.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  public static List<String> words(String json) {
    String inside = json.substring(1, json.length() - 1).replace("\"", "");
    return inside.isEmpty() ? List.of() : COMMA.splitAsStream(inside).toList();
  }

  /**
   * The first whole millisecond that is not before the instant. A bound beyond all stored times is
   * as good as none.
   */
  public static long from(Instant instant) {
    return instant.isAfter(LAST) ? Long.MAX_VALUE : to(instant.plusNanos(999_999));
  }

  /** The last whole millisecond that is not after the instant. */
  public static long to(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return Long.MIN_VALUE;
    }
    return instant.isAfter(LAST) ? Long.MAX_VALUE : instant.toEpochMilli();
  }
}
