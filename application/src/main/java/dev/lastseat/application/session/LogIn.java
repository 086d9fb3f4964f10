package dev.lastseat.application.session;

import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.session.Client;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.util.Optional;

/**
 * Logs a user in. A wrong password and an unknown address are answered alike, and after the same
 * work.
 */
public record LogIn(Users users, PasswordHasher hasher, SignIn signIn) {
  /** Empty when address and password do not belong together. */
  public Optional<SignedIn> handle(Email email, String password, Client client) {
    Optional<User> user = users.find(email);
    boolean matches = hasher.matches(password, user.map(User::passwordHash));
    return user.filter(_ -> matches).flatMap(known -> signIn.start(known, client));
  }
}
