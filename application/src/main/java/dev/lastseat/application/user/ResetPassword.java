package dev.lastseat.application.user;

import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives an account another password by a secret that was mailed to its address, which is verified
 * by that too. Every session ends, other secrets that were mailed are worth nothing any more,
 * nobody is logged in, and the owner is told by mail. Where nobody had proved the address before,
 * and nobody gave the account a role, somebody else may have opened the account to wait in it for
 * its owner, so its passkeys and API keys go too. The secret is spent first: whoever is killed then
 * asks for another one.
 */
public record ResetPassword(
    Users users,
    OneTimeTokens tokens,
    Hashers hashers,
    PasswordRules rules,
    WaysIn waysIn,
    AccountMails mails,
    Clock clock) {
  /** What makes fingerprints of secrets, and hashes of passwords. */
  public record Hashers(TokenHasher secrets, PasswordHasher passwords) {}

  /**
   * Whether the secret was good, which it is once.
   *
   * @throws dev.lastseat.domain.shared.InvalidValue when the password must not be; the secret is
   *     good still
   */
  public boolean handle(String secret, Password wanted) {
    Instant now = clock.instant();
    Optional<OneTimeToken> token =
        tokens.find(hashers.secrets().hash(secret), Purpose.RESET_PASSWORD, now);
    Optional<User> user = token.flatMap(this::owner);
    if (token.isEmpty() || user.isEmpty()) {
      return false;
    }
    rules.check("password", wanted, user.get().email(), user.get().name());
    PasswordHash hash = hashers.passwords().hash(wanted);
    return tokens.spend(token.get(), now) && replace(token.get(), hash, now);
  }

  /** Unless the address has changed since. */
  private Optional<User> owner(OneTimeToken token) {
    return users.find(token.userId()).filter(user -> user.email().equals(token.email()));
  }

  private boolean replace(OneTimeToken token, PasswordHash hash, Instant now) {
    owner(token).ifPresent(user -> shutOut(user, now));
    Optional<UserEdit> edit =
        UserEdit.make(
            users, clock, () -> owner(token), it -> it.with(hash).verified(token.email(), now));
    edit.ifPresent(
        it -> {
          shutOut(it.before(), now);
          tokens.forget(token.userId());
          mails.tellPasswordChanged(it.before());
        });
    return edit.isPresent();
  }

  /** Before the address counts as proved too: who is killed after it would leave a stranger in. */
  private void shutOut(User user, Instant now) {
    waysIn.sessions().endAll(user.id());
    if (user.mayBeOfAStranger()) {
      waysIn.remove(user.id(), now);
    }
  }
}
