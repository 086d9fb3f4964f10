package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.Text;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody with an account.
 *
 * @param emailVerifiedAt when a mail to the address proved that it is theirs; empty until then
 * @param locale the language that they read
 * @param wantsReminders whether they are mailed when a hold of theirs ends soon
 */
public record User(
    UserId id,
    Email email,
    Optional<Instant> emailVerifiedAt,
    String name,
    Locale locale,
    boolean wantsReminders,
    Role role,
    PasswordHash passwordHash,
    Instant createdAt) {
  public static final int MAX_NAME = 100;
  public static final int MAX_LOCALE = 35;

  public User {
    name = Text.require("name", name, MAX_NAME);
  }

  /** A language such as {@code de} or {@code pt-BR} (BCP 47). */
  public static Locale locale(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty() && tag.length() <= MAX_LOCALE) {
        return locale;
      }
    } catch (IllformedLocaleException malformed) {
      // It is told below, like one without a language.
    }
    throw new InvalidValue("locale", tag, "must be a language tag such as de or pt-BR");
  }

  /**
   * How mails call them: by name, or not at all as long as the address is not proved to be theirs.
   * Until then a stranger may have chosen both, to have words brought to somebody by the shop.
   */
  public String greeting() {
    return emailVerifiedAt.isPresent() ? name : "";
  }

  /**
   * Whether somebody else may have opened the account with the address, to wait in it for its
   * owner: nobody has proved it, and nobody gave a role to whoever it is.
   */
  public boolean mayBeOfAStranger() {
    return role == Role.USER && emailVerifiedAt.isEmpty();
  }

  /** All words that people who run the sale find it by; see {@link SearchWords}. */
  public Set<String> words() {
    return SearchWords.indexed(name + " " + email.value());
  }

  public User with(Role other) {
    return new User(
        id, email, emailVerifiedAt, name, locale, wantsReminders, other, passwordHash, createdAt);
  }

  public User with(PasswordHash other) {
    return new User(
        id, email, emailVerifiedAt, name, locale, wantsReminders, role, other, createdAt);
  }

  public User with(String otherName, Locale otherLocale) {
    return new User(
        id,
        email,
        emailVerifiedAt,
        otherName,
        otherLocale,
        wantsReminders,
        role,
        passwordHash,
        createdAt);
  }

  public User withReminders(boolean wanted) {
    return new User(
        id, email, emailVerifiedAt, name, locale, wanted, role, passwordHash, createdAt);
  }

  /** With an address, its own or another one, that was proved to be theirs. */
  public User verified(Email proved, Instant at) {
    return new User(
        id, proved, Optional.of(at), name, locale, wantsReminders, role, passwordHash, createdAt);
  }

  /** Whether what proves the two, and what they may do, is the same. */
  public boolean hasSameAccess(User other) {
    return passwordHash.equals(other.passwordHash) && role == other.role;
  }
}
