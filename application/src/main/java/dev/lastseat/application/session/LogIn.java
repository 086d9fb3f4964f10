package dev.lastseat.application.session;

import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.user.Client;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.util.Optional;

/**
 * Logs a user in. A wrong password and an unknown address are answered alike, and after the same
 * work.
 */
public final class LogIn {
  private final Users users;
  private final PasswordHasher hasher;
  private final SignIn signIn;

  public LogIn(Users users, PasswordHasher hasher, SignIn signIn) {
    this.users = users;
    this.hasher = hasher;
    this.signIn = signIn;
  }

  /** Empty when address and password do not belong together. */
  public Optional<SignedIn> handle(Email email, String password, Client client) {
    Optional<User> user = users.find(email);
    boolean matches = hasher.matches(password, user.map(User::passwordHash));
    return user.filter(_ -> matches).flatMap(known -> signIn.start(known, client));
  }
}
