package dev.lastseat.domain.port.security;

import dev.lastseat.domain.port.Overloaded;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.util.Optional;

/**
 * Hashes passwords slowly, on purpose, and never on the thread of the caller. Both methods throw
 * {@link Overloaded} when too many others are hashed before.
 */
public interface PasswordHasher {
  PasswordHash hash(Password password);

  /**
   * Whether the password is the one that was hashed, in whatever Unicode form it was typed ({@link
   * Password#normal}). Without a hash the answer is no, and takes as long as with one, so that
   * nobody can tell from it whether an account exists. A hash that is damaged is none.
   */
  boolean matches(String typed, Optional<PasswordHash> hash);
}
