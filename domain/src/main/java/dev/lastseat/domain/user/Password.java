package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A password that somebody chose: {@value #MIN} characters to {@value #MAX_BYTES} bytes of UTF-8
 * and not among the commonest ones. Longer ones are refused, never cut, because bcrypt reads no
 * further. Neither {@code toString} nor an error ever shows one.
 */
public record Password(String value) {
  public static final int MIN = 8;
  public static final int MAX_BYTES = 72;

  public Password {
    if (value.codePointCount(0, value.length()) < MIN) {
      throw invalid("must be at least " + MIN + " characters");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw invalid("must be at most " + MAX_BYTES + " bytes of UTF-8");
    }
    if (value.indexOf('\0') >= 0) {
      throw invalid("must not hold the character NUL");
    }
    if (CommonPasswords.contain(value.toLowerCase(Locale.ROOT))) {
      throw invalid("must not be one of the commonest passwords");
    }
  }

  @Override
  public String toString() {
    return "Password[…]";
  }

  private static InvalidValue invalid(String requirement) {
    return new InvalidValue("password", "…", requirement);
  }
}
