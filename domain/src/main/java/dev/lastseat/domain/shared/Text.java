package dev.lastseat.domain.shared;

import java.util.Locale;

/** Rules for text that people typed. */
public final class Text {
  private Text() {}

  /**
   * The text without surrounding white space, 1 to {@code max} characters and no control
   * characters.
   */
  public static String require(String field, String value, int max) {
    String text = value.strip();
    if (text.isEmpty() || text.codePointCount(0, text.length()) > max) {
      throw new InvalidValue(field, value, "must be 1 to " + max + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(field, value, "must not hold control characters");
    }
    return text;
  }

  /** The same for all letter cases of a text: what names are sorted and venues compared by. */
  public static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
