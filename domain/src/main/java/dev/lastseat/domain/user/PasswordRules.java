package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a password must be besides what every {@link Password} is (NIST SP 800-63B-4, section
 * 3.1.1.2): long enough, none that everybody tries first, and without the name or the address of
 * its owner in it. There are no other rules, for those only make people write passwords down.
 *
 * @param min the fewest characters, {@value Password#MIN} to {@value #MAX_MIN}
 * @param common whether a password, in lower case, is one of the commonest
 */
public record PasswordRules(int min, Predicate<String> common) {
  public static final int MAX_MIN = 64;

  /** Shorter words, such as "Al", are part of many good passwords. */
  private static final int SHORTEST_WORD = 4;

  public PasswordRules {
    if (min < Password.MIN || min > MAX_MIN) {
      throw new InvalidValue("passwordMin", min, "must be " + Password.MIN + " to " + MAX_MIN);
    }
  }

  /**
   * Judges a password, whosever it is.
   *
   * @throws InvalidValue of the field
   */
  public void check(String field, Password password) {
    String chosen = lowerCased(password);
    if (chosen.codePointCount(0, chosen.length()) < min) {
      throw new InvalidValue(field, "…", "must be at least " + min + " characters");
    }
    if (common.test(chosen)) {
      throw new InvalidValue(field, "…", "must not be one of the commonest passwords");
    }
  }

  /**
   * Judges a password of somebody.
   *
   * @throws InvalidValue of the field
   */
  public void check(String field, Password password, Email email, String name) {
    check(field, password);
    String chosen = lowerCased(password);
    String address = email.value();
    String local = address.substring(0, address.indexOf('@'));
    Stream.concat(Stream.of(address, local), Stream.of(name.toLowerCase(Locale.ROOT).split("\\s+")))
        .filter(word -> word.length() >= SHORTEST_WORD && chosen.contains(word))
        .findFirst()
        .ifPresent(
            _ -> {
              throw new InvalidValue(field, "…", "must not contain the name or the address");
            });
  }

  private static String lowerCased(Password password) {
    return password.value().toLowerCase(Locale.ROOT);
  }
}
