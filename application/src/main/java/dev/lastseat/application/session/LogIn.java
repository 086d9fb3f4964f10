package dev.lastseat.application.session;

import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.session.Client;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import java.util.Optional;

/**
 * Logs a user in. A wrong password and an unknown address are answered alike, and after the same
 * work.
 */
public record LogIn(Users users, PasswordHasher hasher, SignIn signIn) {
  /**
   * Empty when address and password do not belong together. The account is read once they do: what
   * is read of it before takes as long where there is none.
   */
  public Optional<SignedIn> handle(Email email, String password, Client client) {
    Optional<PasswordHash> hash = users.passwordHash(email);
    if (!hasher.matches(password, hash)) {
      return Optional.empty();
    }
    return users
        .find(email)
        .filter(user -> hash.equals(Optional.of(user.passwordHash())))
        .flatMap(user -> signIn.start(user, client));
  }
}
