package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, trimmed and in lower case, so that equal addresses are equal values. The form
 * is checked loosely (one @, a dot in the domain, nothing that cannot be seen): only a mail that
 * arrives proves an address. At most {@value #MAX} characters (RFC 5321, section 4.5.3.1.3).
 */
public record Email(String value) {
  public static final int MAX = 254;

  private static final Pattern BLANKS_AROUND = unicode("^\\s+|(?<!\\s)\\s+\\z");
  private static final String UNSEEN = "\\s\\p{Cntrl}\\p{Cf}";
  private static final Pattern FORM =
      unicode("[^@%1$s]{1,64}@[^@.%1$s]+(\\.[^@.%1$s]+)+".formatted(UNSEEN));

  public Email {
    value = BLANKS_AROUND.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    if (value.length() > MAX || !FORM.matcher(value).matches()) {
      throw new InvalidValue("email", value, "must be an e-mail address such as ada@example.com");
    }
  }

  /** With the blanks of all scripts, such as the one that does not break. */
  private static Pattern unicode(String pattern) {
    return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
  }
}
