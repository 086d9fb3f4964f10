package dev.lastseat.application.user;

import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.security.PasswordHasher;
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
import java.util.Optional;

/**
 * Takes a secret that was mailed to an address as proof that the address is the user's. So an
 * account moves to another address: that one is verified first, and the old one is told.
 */
public record VerifyEmail(
    Users users,
    OneTimeTokens tokens,
    TokenHasher secrets,
    PasswordHasher passwords,
    AccountMails mails,
    Clock clock) {
  /**
   * Has a mail sent to the address that the user wants, unless the password is another one by then;
   * nothing else changes yet, and nobody learns whether another user has it.
   *
   * @return whether the password was the user's
   */
  public boolean move(UserId id, String password, Email wanted) {
    Optional<User> user =
        users.find(id).filter(it -> passwords.matches(password, Optional.of(it.passwordHash())));
    user.ifPresent(it -> mails.askToMove(it, wanted, secrets.hash(it.passwordHash().value())));
    return user.isPresent();
  }

  /** Whether the secret was good, which it is once. */
  public boolean handle(String secret) {
    Instant now = clock.instant();
    return tokens
        .find(secrets.hash(secret), Purpose.VERIFY_EMAIL, now)
        .filter(token -> tokens.spend(token, now) && verify(token, now))
        .isPresent();
  }

  private boolean verify(OneTimeToken token, Instant now) {
    return OptimisticRetry.untilDecided(
        "the user",
        () ->
            users
                .find(token.userId())
                .map(user -> verify(user, token, now))
                .orElseGet(() -> Optional.of(false)));
  }

  private Optional<Boolean> verify(User user, OneTimeToken token, Instant now) {
    return switch (users.update(user, user.verified(token.email(), now), now)) {
      case DONE -> {
        if (!user.email().equals(token.email())) {
          tokens.forget(user.id());
          mails.tellMoved(user);
        }
        yield Optional.of(true);
      }
      case EMAIL_TAKEN -> Optional.of(false);
      case STALE -> Optional.empty();
    };
  }
}
