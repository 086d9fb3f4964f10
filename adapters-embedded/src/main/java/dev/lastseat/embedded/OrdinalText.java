package dev.lastseat.embedded;

import java.util.Arrays;
import java.util.List;

/** Ordinals as a column holds them: a JSON array such as {@code [1,2]}. */
final class OrdinalText {
  private OrdinalText() {}

  static String of(List<Integer> ordinals) {
    return ordinals.toString().replace(" ", "");
  }

  static List<Integer> parse(String text) {
    if (!text.matches("\\[\\d{1,9}(,\\d{1,9})*]")) {
      throw new IllegalArgumentException("must be an array of ordinals, but was " + text);
    }
    String[] ordinals = text.substring(1, text.length() - 1).split(",", -1);
    return Arrays.stream(ordinals).map(Integer::valueOf).toList();
  }
}
