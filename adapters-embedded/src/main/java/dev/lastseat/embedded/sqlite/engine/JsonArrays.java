package dev.lastseat.embedded.sqlite.engine;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** JSON arrays, as SQLite's json_each takes them: of ordinals, and of identifiers. */
public final class JsonArrays {
  private static final Pattern ARRAY = Pattern.compile("\\[[0-9]{1,9}(,[0-9]{1,9})*]");
  private static final Pattern COMMA = Pattern.compile(",");

  private JsonArrays() {}

  public static String of(Collection<Integer> ordinals) {
    return ordinals.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /** The words need no escaping: letters, digits, dashes and underscores only. */
  public static String ofWords(Collection<String> words) {
    return words.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  /** What {@link #ofWords} makes of words. */
  public static List<String> words(String json) {
    String inside = json.substring(1, json.length() - 1).replace("\"", "");
    return inside.isEmpty() ? List.of() : COMMA.splitAsStream(inside).toList();
  }

  public static List<Integer> parse(String json) {
    if (!ARRAY.matcher(json).matches()) {
      throw new IllegalArgumentException("'" + json + "' is no array of ordinals");
    }
    return COMMA.splitAsStream(json.substring(1, json.length() - 1)).map(Integer::valueOf).toList();
  }
}
