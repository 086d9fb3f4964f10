package dev.lastseat.redis;

import java.util.ArrayList;
import java.util.List;

/** Several texts as one: each with its length before it, as in netstrings (D. J. Bernstein). */
final class Texts {
  private Texts() {}

  static String join(List<String> texts) {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(text.length()).append(':').append(text));
    return all.toString();
  }

  /**
   * What was joined.
   *
   * @throws IllegalArgumentException when it was not joined here
   */
  static List<String> split(String all) {
    List<String> texts = new ArrayList<>();
    int next = 0;
    while (next < all.length()) {
      int colon = all.indexOf(':', next);
      if (colon < 0) {
        throw new IllegalArgumentException("no length at " + next);
      }
      int end = colon + 1 + Integer.parseInt(all, next, colon, 10);
      if (end > all.length()) {
        throw new IllegalArgumentException("ends too early at " + next);
      }
      texts.add(all.substring(colon + 1, end));
      next = end;
    }
    return texts;
  }
}
