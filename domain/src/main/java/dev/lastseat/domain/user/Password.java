package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A password that somebody chose: {@value #MIN} characters to {@value #MAX_BYTES} bytes of UTF-8.
 * Longer ones are refused, never cut, because bcrypt reads no further. Neither {@code toString} nor
 * an error ever shows one.
 */
public record Password(String value) {
  public static final int MIN = 8;
  public static final int MAX_BYTES = 72;

  /** Hashes may stop at a NUL, and every half of a surrogate pair is the same byte to them. */
  private static final Pattern UNHASHABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

  public Password {
    value = normal(value);
    if (value.codePointCount(0, value.length()) < MIN) {
      throw invalid("must be at least " + MIN + " characters");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw invalid("must be at most " + MAX_BYTES + " bytes of UTF-8");
    }
    if (UNHASHABLE.matcher(value).find()) {
      throw invalid("must not hold NUL or half of a character");
    }
  }

  /**
   * A password as it is counted, hashed and compared, whatever keyboard it was typed on (RFC 8265,
   * section 4.2): in NFC, and with a space for every kind of blank.
   */
  public static String normal(String typed) {
    return Text.normal(BLANK.matcher(typed).replaceAll(" "));
  }

  @Override
  public String toString() {
    return "Password[…]";
  }

  private static InvalidValue invalid(String requirement) {
    return new InvalidValue("password", "…", requirement);
  }
}
