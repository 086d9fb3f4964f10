package dev.lastseat.application.user;

import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * Writes the letters about accounts when they are sent: whom they are for is looked up then, and
 * the secrets in them are made then.
 *
 * @param random must not be predictable
 */
public record AccountLetters(
    Users users, OneTimeTokens tokens, TokenHasher hasher, Clock clock, RandomGenerator random) {
  public List<LetterWriter> writers() {
    return List.of(
        writer(Letter.Kind.VERIFY_EMAIL, this::verifyEmail),
        writer(Letter.Kind.RESET_PASSWORD, this::resetPassword),
        writer(Letter.Kind.ADDRESS_TAKEN, this::addressTaken),
        writer(Letter.Kind.ADDRESS_CHANGED, this::addressChanged),
        writer(Letter.Kind.ACCOUNT_ERASED, AccountLetters::accountErased),
        notice(Letter.Kind.PASSWORD_CHANGED, Letter.PasswordChanged::new),
        notice(Letter.Kind.PASSKEY_ADDED, Letter.PasskeyAdded::new),
        notice(Letter.Kind.SESSION_REUSED, Letter.SessionReused::new));
  }

  private static LetterWriter writer(
      Letter.Kind kind, BiFunction<String, Instant, Optional<Addressed>> letter) {
    return new LetterWriter(
        kind,
        (about, since) ->
            letter.apply(about, since).<Writing>map(it -> it).orElse(Withheld.NOBODY));
  }

  /** Of a user: made of their name and the time at which it was asked for. */
  private LetterWriter notice(Letter.Kind kind, BiFunction<String, Instant, Letter> letter) {
    return writer(
        kind,
        (about, since) ->
            users
                .find(new UserId(about))
                .map(user -> Addressed.to(user, letter.apply(user.greeting(), since))));
  }

  /**
   * Of an account by its address, or of a user who wants another address: "user address password".
   */
  private Optional<Addressed> verifyEmail(String about, Instant since) {
    String[] words = about.split(" ", 3);
    return words.length == 1
        ? verifyEmail(users.find(new Email(about)), new Email(about))
        : verifyEmail(
            users.find(new UserId(words[0])).filter(user -> isProvedBy(words[2], user)),
            new Email(words[1]));
  }

  /** Whether the password is the one that it was when the mail was asked for. */
  private boolean isProvedBy(String password, User user) {
    return hasher.hash(user.passwordHash().value()).value().equals(password);
  }

  private Optional<Addressed> verifyEmail(Optional<User> recipient, Email email) {
    return recipient
        .filter(user -> !isVerified(user, email))
        .map(
            user ->
                to(
                    email,
                    user,
                    new Letter.VerifyEmail(
                        secret(Purpose.VERIFY_EMAIL, user, email),
                        goodUntil(Purpose.VERIFY_EMAIL))));
  }

  private static boolean isVerified(User user, Email email) {
    return user.email().equals(email) && user.emailVerifiedAt().isPresent();
  }

  private Optional<Addressed> resetPassword(String about, Instant since) {
    return users
        .find(new Email(about))
        .map(
            user ->
                Addressed.to(
                    user,
                    new Letter.ResetPassword(
                        user.greeting(),
                        secret(Purpose.RESET_PASSWORD, user, user.email()),
                        goodUntil(Purpose.RESET_PASSWORD))));
  }

  private Optional<Addressed> addressTaken(String about, Instant since) {
    return users
        .find(new Email(about))
        .map(user -> Addressed.to(user, new Letter.AddressTaken(user.greeting())));
  }

  /** Of a user, and the address that was the account's before. */
  private Optional<Addressed> addressChanged(String about, Instant since) {
    String[] words = about.split(" ", 2);
    return users
        .find(new UserId(words[0]))
        .map(user -> to(new Email(words[1]), user, new Letter.AddressChanged(since)));
  }

  /** Of an address, a language and a name. */
  private static Optional<Addressed> accountErased(String about, Instant since) {
    String[] words = about.split(" ", 3);
    return Optional.of(
        new Addressed(
            new Email(words[0]), User.locale(words[1]), new Letter.AccountErased(words[2], since)));
  }

  private static Addressed to(Email email, User user, Letter letter) {
    return new Addressed(email, user.locale(), letter);
  }

  private String secret(Purpose purpose, User user, Email email) {
    String secret = OneTimeToken.secret(random);
    tokens.add(
        new OneTimeToken(hasher.hash(secret), purpose, user.id(), email, goodUntil(purpose)));
    return secret;
  }

  private Instant goodUntil(Purpose purpose) {
    return clock.instant().plus(purpose.ttl());
  }
}
