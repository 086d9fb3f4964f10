package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, trimmed, in normal form and in lower case, so that equal addresses are equal
 * values. The form is checked loosely (one @, a dot in the domain, nothing that cannot be seen,
 * nothing that has a meaning around addresses in a mail): only a mail that arrives proves an
 * address. At most {@value #MAX} characters (RFC 5321, section 4.5.3.1.3).
 */
public record Email(String value) {
  public static final int MAX = 254;

  private static final String UNSEEN =
      "\\p{IsWhite_Space}\\p{C}\\u115F\\u1160\\u2800\\u3164\\uFFA0";

  /** The specials of RFC 5322, section 3.2.3, but for @ and the dot. */
  private static final String SPECIAL = "<>()\\[\\]:;,\\\\\"";

  private static final Pattern FORM =
      Pattern.compile("[^@%1$s]{1,64}@[^@.%1$s]+(\\.[^@.%1$s]+)+".formatted(UNSEEN + SPECIAL));

  public Email {
    value = Text.normal(Text.trimmed(value).toLowerCase(Locale.ROOT));
    if (value.length() > MAX || !FORM.matcher(value).matches()) {
      throw new InvalidValue("email", value, "must be an e-mail address such as ada@example.com");
    }
  }
}
