package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, trimmed and in lower case, so that equal addresses are equal values. The form
 * is checked loosely (one @, a dot in the domain, no blanks): only a mail that arrives proves an
 * address. At most {@value #MAX} characters (RFC 5321, section 4.5.3.1.3).
 */
public record Email(String value) {
  public static final int MAX = 254;
  private static final Pattern FORM =
      Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)+");

  public Email {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > MAX || !FORM.matcher(value).matches()) {
      throw new InvalidValue("email", value, "must be an e-mail address such as ada@example.com");
    }
  }
}
