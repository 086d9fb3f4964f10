package dev.lastseat.domain.shared;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that people typed, in the one form in which all of it is stored, compared and hashed: NFC
 * (Unicode Standard Annex 15).
 */
public final class Text {
  /** Longer than all that any field takes, however it is composed. */
  private static final int LONGEST = 4_096;

  /**
   * More marks in a row than any script stacks (UAX 15, section 13, "Stream-Safe Text"). To put n
   * of them in order costs n² steps.
   */
  private static final Pattern STACKED = Pattern.compile("\\p{M}{31}");

  private static final Pattern BLANKS_AROUND =
      Pattern.compile("^\\p{IsWhite_Space}+|(?<!\\p{IsWhite_Space})\\p{IsWhite_Space}+\\z");

  /** Joiners inside words and emoji, and the flags that are spelt in tags, such as Scotland's. */
  private static final Pattern NEEDED =
      Pattern.compile(
          """
          ([\\p{L}\\p{M}\\p{S}])[\\u200C\\u200D](?=[\\p{L}\\p{M}\\p{S}])
          |(\\p{M})[\\u200C\\u200D]
          |(\\x{1F3F4})[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{3,6}\\x{E007F}
          """,
          Pattern.COMMENTS);

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  /** Format characters, half surrogates, fillers of Hangul, a note without a head. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Cs}\\u034F\\u115F\\u1160\\u3164\\uFFA0\\x{1D159}]");

  private static final Pattern UNASSIGNED = Pattern.compile("\\p{Cn}");

  /** A blank of Braille and the place of an object count as symbols, and show nothing. */
  private static final Pattern VISIBLE =
      Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u2800\\uFFFC]]");

  private Text() {}

  /**
   * The text in its normal form. One that no field would take, for its length or its heaps of
   * marks, stays as it is.
   */
  public static String normal(String text) {
    return text.length() > LONGEST || STACKED.matcher(text).find()
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The text in its normal form, without white space around it. */
  public static String trimmed(String text) {
    return normal(BLANKS_AROUND.matcher(text).replaceAll(""));
  }

  /**
   * One line of 1 to {@code max} characters that shows something and hides nothing, trimmed: no
   * control characters, and none that are invisible or turn the direction of reading.
   */
  public static String require(String field, String value, int max) {
    boolean plain = isPlain(value);
    String text = plain ? value.strip() : trimmed(value);
    if (text.isEmpty() || text.codePointCount(0, text.length()) > max) {
      throw new InvalidValue(field, value, "must be 1 to " + max + " characters");
    }
    if (!plain) {
      requireShown(field, value, text);
    }
    return text;
  }

  /**
   * Whether there are only blanks and the letters, digits and signs of Latin in it: they are in
   * normal form and can be seen. So it is with most texts, and expressions would cost far more.
   */
  private static boolean isPlain(String text) {
    return text.chars()
        .allMatch(c -> (c >= ' ' && c <= '~') || (c > '\u00A0' && c < '\u0300' && c != '\u00AD'));
  }

  private static void requireShown(String field, String value, String text) {
    if (STACKED.matcher(text).find()) {
      throw new InvalidValue(field, value, "must not stack more than 30 marks on a character");
    }
    String bare = NEEDED.matcher(text).replaceAll("$1$2$3");
    refuse(field, value, "the control character %s", CONTROL.matcher(bare));
    refuse(field, value, "the invisible character %s", INVISIBLE.matcher(bare));
    refuse(field, value, "%s, which is no character", UNASSIGNED.matcher(bare));
    if (!VISIBLE.matcher(text).find()) {
      throw new InvalidValue(field, value, "must have a visible character");
    }
  }

  private static void refuse(String field, String value, String what, Matcher found) {
    if (found.find()) {
      String name = "U+%04X".formatted(found.group().codePointAt(0));
      throw new InvalidValue(field, value, "must not hold " + what.formatted(name));
    }
  }
}
