package dev.lastseat.embedded.sqlite.row;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** How columns hold what SQLite has no type for: JSON arrays, and times. */
public final class Values {
  private static final Pattern ORDINALS = Pattern.compile("\\[[0-9]{1,9}(,[0-9]{1,9})*]");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Values() {}

  public static List<Integer> ordinals(String json) {
    if (!ORDINALS.matcher(json).matches()) {
      throw new IllegalArgumentException("'" + json + "' is no array of ordinals");
    }
    return COMMA.splitAsStream(json.substring(1, json.length() - 1)).map(Integer::valueOf).toList();
  }

  public static List<String> words(String json) {
    String inside = json.substring(1, json.length() - 1).replace("\"", "");
    return inside.isEmpty() ? List.of() : COMMA.splitAsStream(inside).toList();
  }

  /**
   * An instant in the first whole millisecond that is not before this one. A bound beyond all
   * stored times is as good as none.
   */
  public static Instant from(Instant instant) {
    return instant.isAfter(LAST) ? LAST : instant.plusNanos(999_999);
  }
}
