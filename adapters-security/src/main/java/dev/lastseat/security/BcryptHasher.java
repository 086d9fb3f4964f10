package dev.lastseat.security;

import dev.lastseat.domain.port.PasswordHasher;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.mindrot.jbcrypt.BCrypt;

/** bcrypt (Provos and Mazières, "A Future-Adaptable Password Scheme", 1999). */
final class BcryptHasher implements PasswordHasher {
  private final int rounds;
  private final SecureRandom random;
  private final Semaphore permits;
  private final PasswordHash nobodys;

  BcryptHasher(int rounds, SecureRandom random, int atOnce) {
    this.rounds = rounds;
    this.random = random;
    this.permits = new Semaphore(atOnce, true);
    this.nobodys = new PasswordHash(BCrypt.hashpw("nobody's password", salt()));
  }

  @Override
  public PasswordHash hash(Password password) {
    return permitted(() -> new PasswordHash(BCrypt.hashpw(password.value(), salt())));
  }

  @Override
  public boolean matches(String password, Optional<PasswordHash> hash) {
    boolean same = permitted(() -> BCrypt.checkpw(password, hash.orElse(nobodys).value()));
    return same && hash.isPresent() && readWhole(password);
  }

  /** bcrypt reads 72 bytes and no further, so what is longer was never hashed. */
  private static boolean readWhole(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= Password.MAX_BYTES;
  }

  private String salt() {
    return BCrypt.gensalt(rounds, random);
  }

  /**
   * Hashing is all computing: more at once than there are cores would only make every one of them
   * slower.
   */
  private <T> T permitted(Supplier<T> work) {
    permits.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }
}
